import { showKeys } from './keys.ts';
import { cx } from './cx.ts';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** Keys as they are printed on the keyboard in use: `Mod+K`, `Alt+ArrowUp`, `G B`. */
export function Kbd({ keys, tone = 'quiet' }: { keys: string; tone?: 'quiet' | 'inherit' | undefined }) {
  return (
    <kbd dir="ltr" className="inline-flex shrink-0 items-center gap-1 font-ui text-xs font-medium">
      {showKeys(keys, isMac).map((caps, step) => (
        <span key={step} className="inline-flex items-center gap-0.5">
          {step > 0 && <span className="px-0.5 font-normal opacity-70">then</span>}
          {caps.map((cap) => (
            <span
              key={cap}
              className={cx(
                'min-w-4.5 rounded-small px-1 text-center',
                tone === 'quiet' ? 'border border-edge bg-surface text-ink-3' : 'text-current opacity-80',
              )}
            >
              {cap}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  );
}
