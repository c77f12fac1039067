import { cx } from '../../ui/cx.ts';

interface LoadMeterProps {
  readonly label: string;
  readonly load: number;
  readonly capacity: number;
  readonly says: string;
  readonly className?: string;
}

/** A load as a bar against a capacity; more than fits is coral. */
export function LoadMeter({ label, load, capacity, says, className }: LoadMeterProps) {
  const isOver = load > capacity;
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(capacity, load, 0)}
      aria-valuenow={load}
      aria-valuetext={says}
      className={cx('h-1.5 overflow-hidden rounded-full bg-edge', className)}
    >
      <span
        className={cx('block h-full transition-[width] duration-(--glide) ease-ours', isOver ? 'bg-line' : 'bg-accent')}
        style={{ width: `${capacity <= 0 ? (load > 0 ? 100 : 0) : Math.min(100, (load / capacity) * 100)}%` }}
      />
    </span>
  );
}
