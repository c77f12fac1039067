import { useId } from 'react';
import { Button } from './Button.tsx';
import { grouped } from './grouped.ts';

export type ProgressBarProps = {
  label: string;
  done?: number | undefined;
  /** Null while nobody knows how much there is. */
  total?: number | null | undefined;
  /** What is counted: `rows`. Without it nothing is counted yet. */
  unit?: string | undefined;
  /** `about 20 s left`, if that can be said. */
  estimate?: string | undefined;
  onCancel?: (() => void) | undefined;
};

/** Long work: how far it is, how long it may take, and the way out. */
export function ProgressBar({ label, done = 0, total = null, unit, estimate, onCancel }: ProgressBarProps) {
  const id = useId();
  const counts = unit === undefined ? '' : total === null ? `${grouped(done)} ${unit}` : `${grouped(done)} of ${grouped(total)} ${unit}`;
  const share = total === null || total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2 text-s text-ink-2">
        <span id={id} className="font-medium text-ink">
          {label}
        </span>
        <span className="num">{counts}</span>
        {estimate !== undefined && <span className="ms-auto text-ink-3">{estimate}</span>}
      </div>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={total ?? undefined}
          aria-valuenow={total === null ? undefined : done}
          aria-valuetext={counts}
          className="h-1.5 flex-1 overflow-hidden rounded-full bg-edge"
        >
          <div
            className="h-full rounded-full bg-accent transition-[width] duration-(--quick) ease-ours"
            style={{ width: `${total === null ? 100 : share * 100}%`, opacity: total === null ? 0.35 : 1 }}
          />
        </div>
        {onCancel && (
          <Button size="s" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
