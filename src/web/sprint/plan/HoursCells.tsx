import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { withHours, type Hours } from '../../../domain/estimation/hours.ts';
import { estimateWords } from '../../item/pickers/estimate-choices.ts';
import { useItemChange } from '../../item/use-item-change.ts';
import { cx } from '../../ui/cx.ts';
import { parseNumber } from '../../ui/parse-number.ts';

const FIELDS = [
  { name: 'original', short: 'first', label: 'Hours as first thought' },
  { name: 'remaining', short: 'left', label: 'Hours still to do' },
  { name: 'spent', short: 'spent', label: 'Hours spent' },
] as const satisfies readonly { name: keyof Hours; short: string; label: string }[];

const MOST = 100_000;

/** The hours of a task, edited where they stand: as first thought, still to do, and spent. Tab goes on through them and to the next task. */
export function HoursCells({ task, canEdit }: { task: Item; canEdit: boolean }) {
  const change = useItemChange([task.id]);
  const before = task.estimate?.kind === 'hours' ? task.estimate : null;
  const save = (name: (typeof FIELDS)[number]['name'], value: number | null) => {
    const estimate = withHours(before, { [name]: value });
    change({ verb: 'updateItems', input: { items: [task.id], estimate } }, estimate === null ? 'no hours' : estimateWords(estimate));
  };
  return (
    <span className="flex items-center gap-2 text-xs text-ink-3">
      {FIELDS.map(({ name, short, label }) => (
        <span key={name} role="gridcell" data-tip={label} className="flex items-center gap-1">
          {canEdit ? (
            <HoursField name={name} label={`${label}: ${task.title}`} value={before?.[name] ?? null} onSave={(value) => save(name, value)} />
          ) : (
            <span aria-label={label} className="num w-10 text-center text-s">
              {before?.[name] ?? '–'}
            </span>
          )}
          <span aria-hidden="true" className="max-tablet:hidden">
            {short}
          </span>
        </span>
      ))}
    </span>
  );
}

interface HoursFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: number | null;
  readonly onSave: (value: number | null) => void;
}

function HoursField({ name, label, value, onSave }: HoursFieldProps) {
  const shown = value === null ? '' : String(value);
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isGivenUp = useRef(false);
  // What one field is set to may set another, where the writing is by then: it is written over, not on.
  useLayoutEffect(() => {
    if (document.activeElement === input.current) input.current?.select();
  }, [shown]);
  const { number, isWrong } = readHours(typed ?? shown);
  const leave = () => {
    if (!isWrong && !isGivenUp.current && number !== value) onSave(number);
    isGivenUp.current = false;
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    if (event.key === 'Enter' && isWrong) return;
    isGivenUp.current = event.key === 'Escape';
    if (event.key === 'Escape' || event.key === 'Enter') field.closest<HTMLElement>('[data-row-scroller]')?.focus();
    if (event.key !== 'Tab') return;
    const next = neighbour(field, event.shiftKey ? -1 : 1);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <input
      ref={input}
      inputMode="decimal"
      tabIndex={-1}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={isWrong ? 'Write a number of hours' : undefined}
      data-hours={name}
      value={typed ?? shown}
      placeholder="–"
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={leave}
      onKeyDown={onKeyDown}
      className={cx(
        'num h-6 w-10 rounded-small border border-transparent bg-sunken text-center text-s text-ink outline-none hover:border-edge-strong focus:border-accent focus:bg-surface',
        isWrong && 'border-wrong',
      )}
    />
  );
}

/** What is typed as hours; nothing is none of them. */
function readHours(typed: string): { number: number | null; isWrong: boolean } {
  const number = typed.trim() === '' ? null : parseNumber(typed);
  return { number, isWrong: typed.trim() !== '' && (number === null || number < 0 || number > MOST) };
}

/** The field before or after one, of the same task or of the next. */
function neighbour(field: HTMLElement, by: 1 | -1): HTMLInputElement | undefined {
  const rows = field.closest('[data-row-scroller]')?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
  const inOrder = [...rows].sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
  const all = inOrder.flatMap((row) => [...row.querySelectorAll<HTMLInputElement>('input[data-hours]')]);
  return all[all.findIndex((one) => one === field) + by];
}

/** Goes to the hours of a task: what is left, or what is first thought while nothing is said. */
export function editHoursOf(task: string): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`[data-row="${task}"] input[data-hours]`)];
  (fields.find(({ dataset, value }) => dataset['hours'] === 'remaining' && value !== '') ?? fields[0])?.focus();
}
