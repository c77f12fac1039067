import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { cx } from '../cx.ts';
import { Kbd } from '../Kbd.tsx';
import { grouped } from '../grouped.ts';

export type Option = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Before the label, muted: a key. */
  lead?: string | undefined;
  /** Behind the label, muted. */
  hint?: string | undefined;
  keys?: string | undefined;
  isChosen?: boolean | undefined;
  disabledReason?: string | undefined;
};

export type OptionListProps = {
  label: string;
  placeholder: string;
  options: readonly Option[];
  typed: string;
  onTyped: (text: string) => void;
  onPick: (id: string) => void;
  /** In place of the options when there are none. */
  nothing: string;
  isMany?: boolean | undefined;
  isLarge?: boolean | undefined;
  foot?: ReactNode;
};

/** More than these are not drawn: nobody reads on, one types. */
const limit = 100;

/** A search field over a list of which one entry is active: a combobox as the ARIA practices describe it (list autocomplete with manual selection). */
export function OptionList({ label, placeholder, options, typed, onTyped, onPick, nothing, isMany = false, isLarge = false, foot }: OptionListProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // What holds already is active at first, so that Enter alone changes nothing.
  const [active, setActive] = useState(() =>
    isMany
      ? 0
      : Math.max(
          0,
          options.findIndex(({ isChosen }) => isChosen === true),
        ),
  );
  const shown = options.slice(0, limit);
  const hasIcons = options.some((option) => option.icon !== undefined);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);

  const pick = (option: Option | undefined) => option && option.disabledReason === undefined && onPick(option.id);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, shown.length - 1), PageUp: Math.max(at - 8, 0) };
    const step = steps[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((step + shown.length) % shown.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      pick(shown[at]);
    }
  };

  return (
    <div className="flex max-h-[inherit] min-h-0 flex-col">
      <input
        ref={input}
        role="combobox"
        dir="auto"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        value={typed}
        placeholder={placeholder}
        onChange={(event) => {
          setActive(0);
          onTyped(event.target.value);
        }}
        onKeyDown={pressed}
        className={cx(
          'w-full shrink-0 border-b border-edge bg-transparent outline-none max-tablet:h-12 max-tablet:text-l',
          isLarge ? 'h-12 px-4 text-l' : 'h-9 px-3',
        )}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMany || undefined}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1"
      >
        {shown.map((option, index) => (
          // The keys are the field's above: it keeps the focus, and names the active option.
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.isChosen ?? false}
            aria-disabled={option.disabledReason !== undefined || undefined}
            data-active={index === at || undefined}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== at && setActive(index)}
            onClick={() => pick(option)}
            className={cx(
              'flex items-center gap-2.5 rounded-control px-2 data-active:bg-float-hover max-tablet:min-h-touch',
              isLarge ? 'min-h-9' : 'min-h-7',
              option.disabledReason === undefined ? 'text-ink' : 'text-ink-3',
            )}
          >
            {hasIcons && (
              <span aria-hidden="true" className="inline-grid min-w-3.5 shrink-0 place-items-center text-ink-3 [&_svg]:size-3.5">
                {option.icon}
              </span>
            )}
            <span className="flex min-w-0 flex-1 items-baseline gap-2">
              {option.lead !== undefined && <span className="shrink-0 font-mono text-s text-ink-3">{option.lead}</span>}
              <span className="truncate">{option.label}</span>
              {(option.disabledReason ?? option.hint) !== undefined && (
                <span className="min-w-0 shrink-2 truncate text-s text-ink-3">{option.disabledReason ?? option.hint}</span>
              )}
            </span>
            {option.isChosen === true && <Check aria-hidden="true" className="size-3.5 shrink-0 text-accent" />}
            {option.keys !== undefined && (
              <span className="max-tablet:hidden">
                <Kbd keys={option.keys} />
              </span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className="num shrink-0 px-3 pb-2.5 text-s text-ink-3 empty:hidden">
        {options.length === 0 ? nothing : options.length > limit ? `${grouped(options.length - limit)} more; type to find them` : ''}
      </p>
      {foot}
    </div>
  );
}
