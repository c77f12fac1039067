import { useState } from 'react';
import type { Day } from '../../domain/kernel/day.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useList } from '../backlog/list-state.ts';
import { dateRowId } from '../backlog/row-order.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useRecord, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { shortDay } from '../ui/format-day.ts';
import { TextField } from '../ui/TextField.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';

interface DateLineFormProps {
  readonly product: string;
  /** The one that is changed; null: a new one is drawn. */
  readonly dateLine: string | null;
  readonly onDone: () => void;
}

/** When a date line is, and what it is called, if anything. */
export function DateLineForm({ product, dateLine, onDone }: DateLineFormProps) {
  const command = useCommand();
  const view = useShown();
  const today = useToday(product);
  const isPhone = useIsPhone(); // there the keyboard would cover what was opened
  const known = useRecord('dateLine', dateLine);
  const [typed, setTyped] = useState<{ readonly on?: Day | null; readonly name?: string }>({});
  const [problem, setProblem] = useState<string>();
  const on = typed.on === undefined ? (known?.on ?? null) : typed.on;
  const name = typed.name ?? known?.name ?? '';
  const run = (call: NamedCall, toast: string, sought: string | null = null) => {
    const done = command(call, { toast, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) });
    void done.shown.then(({ outcome }) => {
      if (outcome !== 'shown') return;
      useList.getState().set({ sought });
      onDone();
    });
  };
  const save = (day: Day | null) => {
    if (day === null) return setProblem('Say which day.');
    const called = name.trim() || shortDay(day, today);
    if (known) run({ verb: 'updateDateLine', input: { dateLine: known.id, on: day, name: name.trim() } }, `The line of ${called} changed`, dateRowId(day));
    else run({ verb: 'drawDateLine', input: { product, on: day, name: name.trim() } }, `The line of ${called} is drawn`, dateRowId(day));
    return undefined;
  };
  const change = (next: typeof typed) => {
    setTyped({ ...typed, ...next });
    setProblem(undefined);
  };
  if (dateLine !== null && !known) return <p className="w-64 text-ink-2">Somebody has erased this line.</p>;
  return (
    <form
      aria-label={known ? 'Date line' : 'New date line'}
      className="grid w-72 max-w-full grid-cols-[minmax(0,1fr)] gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save(on);
      }}
    >
      <DateField
        label="Day"
        value={on}
        today={today}
        autoFocus={!isPhone}
        error={problem}
        onChange={(day) => change({ on: day as Day | null })} // the field gives days
        onEnter={(day) => save(day as Day | null)}
      />
      <TextField label="Name" value={name} maxLength={100} placeholder="None: it goes by its date" onChange={(next) => change({ name: next })} />
      <span className="flex gap-2">
        <Button variant="primary" type="submit">
          {known ? 'Save' : 'Draw the line'}
        </Button>
        {known && (
          <Button
            variant="quiet"
            className="ms-auto"
            onClick={() => run({ verb: 'removeDateLine', input: { dateLine: known.id } }, `The line of ${known.name || shortDay(known.on, today)} erased`)}
          >
            Erase
          </Button>
        )}
      </span>
    </form>
  );
}
