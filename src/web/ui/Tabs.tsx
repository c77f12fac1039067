import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { grouped } from './grouped.ts';

export type Tab = { id: string; label: string; count?: number | undefined };
export type TabsProps = { label: string; tabs: readonly Tab[]; value: string; onChange: (id: string) => void; children: ReactNode };

/** Tabs over one panel, whose content is that of the chosen tab. Arrows move, Home and End jump. */
export function Tabs({ label, tabs, value, onChange, children }: TabsProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-3">
      <div
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(event) => moveFocus(event, { tabs, value, onChange })}
        className="flex gap-3.5 overflow-x-auto border-b border-edge text-s [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
            className={cx(
              'relative inline-flex gap-1 py-1.5 whitespace-nowrap max-tablet:py-3',
              tab.id === value
                ? 'font-semibold text-ink after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-accent'
                : 'text-ink-2 hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="num font-normal text-ink-3">{grouped(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </div>
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>, { tabs, value, onChange }: Pick<TabsProps, 'tabs' | 'value' | 'onChange'>) {
  const at = tabs.findIndex((tab) => tab.id === value);
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const steps: Record<string, number> = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const next = tabs[(step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  onChange(next.id);
  event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
}
