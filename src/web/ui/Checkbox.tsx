import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { tip } from './tip.ts';

export type CheckboxProps = {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  /** Its words; with `isLabelHidden` only for screen readers. */
  label: ReactNode;
  isLabelHidden?: boolean | undefined;
  isPartly?: boolean | undefined;
  disabledReason?: string | undefined;
  /** Green where the tick means done, accent where it means chosen. */
  tone?: 'chosen' | 'done' | undefined;
};

export function Checkbox({ isChecked, onChange, label, isLabelHidden = false, isPartly = false, disabledReason, tone = 'chosen' }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const isOff = disabledReason !== undefined;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  const filled = tone === 'done' ? 'border-done bg-done' : 'border-accent bg-accent';
  return (
    <label {...tip(disabledReason)} className={cx('hit relative inline-flex min-w-0 gap-2 text-m', isOff && 'text-ink-3')}>
      <span className="relative mt-0.75 inline-grid size-3.5 shrink-0">
        <input
          ref={box}
          type="checkbox"
          checked={isChecked}
          aria-disabled={isOff || undefined}
          onChange={(event) => !isOff && onChange(event.target.checked)}
          className={cx(
            'peer col-start-1 row-start-1 size-3.5 appearance-none rounded-small border-[1.5px]',
            isChecked || isPartly ? filled : 'border-control-edge bg-surface',
          )}
        />
        <svg aria-hidden="true" viewBox="0 0 14 14" className="pointer-events-none col-start-1 row-start-1 size-3.5 text-surface">
          <path
            d={isPartly ? 'M4 7h6' : isChecked ? 'm3.8 7.2 2.2 2.2 4.2-4.8' : ''}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.7"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </span>
      <span className={isLabelHidden ? 'sr-only' : 'min-w-0'}>{label}</span>
    </label>
  );
}
