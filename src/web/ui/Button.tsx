import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import { ariaKeys } from './keys.ts';
import { tip } from './tip.ts';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  variant?: 'plain' | 'primary' | 'quiet' | 'wrong' | undefined;
  /** `s` stands within a row or a line, and keeps its height there on touch too. */
  size?: 's' | 'm' | undefined;
  icon?: ReactNode;
  /** Drawn behind the words, and told to assistive technology. */
  keys?: string | undefined;
  /** Why it can't be done now. The button stays reachable, so that the reason can be read. */
  disabledReason?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

const looks = {
  plain: 'border border-edge-strong/70 bg-surface text-ink hover:bg-hover active:bg-sunken',
  primary: 'border border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'border border-transparent text-ink-2 hover:bg-hover hover:text-ink',
  wrong: 'border border-edge-strong/70 bg-surface text-wrong hover:bg-wrong-soft',
};

export function Button({ variant = 'plain', size = 'm', icon, keys, disabledReason, className, children, onClick, ...rest }: ButtonProps) {
  const isOff = disabledReason !== undefined;
  return (
    <button
      type="button"
      {...tip(disabledReason)}
      {...rest}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap select-none [&_svg]:size-3.5 [&_svg]:shrink-0',
        size === 'm' ? 'h-control px-2.5 text-m max-tablet:h-touch max-tablet:px-3.5' : 'hit h-5.5 px-2 text-s',
        isOff ? 'border border-edge bg-sunken text-ink-3' : looks[variant],
        className,
      )}
    >
      {icon}
      {children}
      {keys !== undefined && (
        <span aria-hidden="true" className="contents max-tablet:hidden">
          <Kbd keys={keys} tone="inherit" />
        </span>
      )}
    </button>
  );
}
