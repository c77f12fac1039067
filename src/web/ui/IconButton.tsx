import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { ariaKeys } from './keys.ts';
import { tip } from './tip.ts';

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'aria-label' | 'children'> & {
  /** Its name, shown as the tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  size?: 's' | 'm' | undefined;
  isFramed?: boolean | undefined;
  disabledReason?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

export function IconButton({ label, icon, keys, size = 'm', isFramed = false, disabledReason, className, onClick, ...rest }: IconButtonProps) {
  const isOff = disabledReason !== undefined;
  return (
    <button
      type="button"
      {...tip(isOff ? `${label}: ${disabledReason}` : label, keys)}
      {...rest}
      aria-label={label}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
      className={cx(
        'hit relative inline-grid shrink-0 place-items-center rounded-control text-ink-2 [&_svg]:shrink-0',
        size === 'm' ? 'size-6.5 [&_svg]:size-3.5' : 'size-5 [&_svg]:size-3',
        isFramed && 'border border-edge bg-surface',
        isOff ? 'opacity-50' : 'hover:bg-hover hover:text-ink active:bg-sunken',
        className,
      )}
    >
      {icon}
    </button>
  );
}
