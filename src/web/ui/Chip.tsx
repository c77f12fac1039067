import type { ReactNode, Ref } from 'react';
import { X } from 'lucide-react';
import { cx } from './cx.ts';
import { tip } from './tip.ts';

export type ChipProps = {
  /** The part before the value, as in `team Trail crew`. */
  label?: string | undefined;
  value?: ReactNode;
  icon?: ReactNode;
  /** Dashed: a place where something may be added. */
  isOpenPlace?: boolean | undefined;
  onClick?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  hint?: string | undefined;
  'aria-expanded'?: boolean | undefined;
  'aria-haspopup'?: 'menu' | 'listbox' | 'dialog' | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

/** A filter or a setting in one line: its words open it, its cross takes it away. */
export function Chip({ label, value, icon, isOpenPlace = false, onClick, onRemove, hint, ref, ...rest }: ChipProps) {
  return (
    <span
      className={cx(
        'inline-flex h-6 max-w-60 shrink-0 items-center rounded-control border text-s whitespace-nowrap max-tablet:h-8',
        isOpenPlace ? 'border-dashed border-edge-strong text-ink-2' : 'border-edge-strong/70 bg-surface text-ink-2',
      )}
    >
      <button
        ref={ref}
        type="button"
        onClick={onClick}
        {...tip(hint)}
        {...rest}
        className="hit relative inline-flex h-full min-w-0 items-center gap-1.5 rounded-control px-2 hover:bg-hover hover:text-ink [&_svg]:size-3"
      >
        {icon}
        {label !== undefined && <span className="font-medium text-ink">{label}</span>}
        {value !== undefined && <span className="truncate">{value}</span>}
      </button>
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${[label, typeof value === 'string' ? value : ''].filter(Boolean).join(' ')}`}
          onClick={onRemove}
          className="hit relative -ms-1 grid h-full w-6 place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-3"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
