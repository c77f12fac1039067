import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type FieldFrameProps = {
  id: string;
  label: string;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A field with its name above it, and below it what is wrong or what to know. */
export function FieldFrame({ id, label, isLabelHidden = false, hint, error, className, children }: FieldFrameProps) {
  return (
    <div className={cx('grid min-w-0 content-start gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-s font-medium text-ink-2'}>
        {label}
      </label>
      {children}
      <p id={`${id}-note`} aria-live="polite" className={cx('text-s empty:hidden', error === undefined ? 'text-ink-3' : 'text-wrong')}>
        {error ?? hint}
      </p>
    </div>
  );
}

/** What ties a field to its note. */
export function noteOf({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return {
    'aria-describedby': error === undefined && hint === undefined ? undefined : `${id}-note`,
    'aria-invalid': error === undefined ? undefined : true,
  } as const;
}
