import { useState } from 'react';
import type { GhostLine as Ghost } from '../../domain/cutline/ghost-line.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { ghostCapacity, ghostLine } from '../../domain/cutline/ghost-line.ts';
import { measuredPace } from '../../domain/capacity/measured-pace.ts';
import { addDays, dayIn, type Day } from '../../domain/kernel/day.ts';
import { useCommand, useFork, useHistoryReading, useLook, useMe } from '../store/hooks.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { percentOf } from '../ui/percent.ts';
import { USUAL_CONFIDENCE } from '../../domain/release/release.ts';
import { useNow } from '../app/use-now.ts';
import { useList } from '../backlog/list-state.ts';
import { lineRowId } from '../backlog/row-order.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DateField } from '../ui/DateField.tsx';
import { Form } from '../ui/Form.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { paceHint, paceIn } from './pace-hint.ts';

/** Where the first line would fall, and the three things that are needed to know it. Enter draws it. */
export function GhostLine({ product }: { product: string }) {
  const now = useNow();
  const ghost = useLook((view) => ghostLine(view, product, { now }), [product, now]);
  const { may } = useMe();
  if (!ghost) return null;
  const canDraw = may('plan-releases', { in: 'product', id: product }) && may('set-capacity', { in: 'product', id: product });
  return (
    <div
      role="gridcell"
      data-no-drag
      className="relative flex h-full items-center gap-2 ps-8.5 pe-4 max-tablet:flex-wrap max-tablet:content-center max-tablet:ps-3"
    >
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 border-t-2 border-dashed border-control-edge" />
      {canDraw ? (
        <Fields product={product} ghost={ghost} now={now} />
      ) : (
        <span className="relative bg-surface px-2 text-s text-ink-2">No line yet: nobody has said how much fits, and by when.</span>
      )}
    </div>
  );
}

function Fields({ product, ghost, now }: { product: string; ghost: Ghost; now: ReturnType<typeof useNow> }) {
  const { value: answer } = useHistoryReading(measuredPace, { product });
  const measured = paceIn(answer, ghost.unit);
  const zone = useLook((view) => view.get('product', product).zone, [product]);
  const name = useLook((view) => nameIn(view), []);
  const command = useCommand();
  const fork = useFork();
  const today = dayIn(zone, now);
  const [typed, setTyped] = useState<{ pace?: number | null; on?: Day | null; called?: string }>({});
  const [problem, setProblem] = useState<string>();
  const pace = typed.pace !== undefined ? typed.pace : (ghost.pace ?? measured?.pace ?? null);
  /** What was delivered counts, unless another pace is set against it. */
  const countsDelivered = ghost.isMeasured && (pace === null || pace === (measured?.pace ?? null));
  const on = typed.on !== undefined ? typed.on : addDays(today, 28);
  const called = typed.called ?? ghost.called;
  const capacity = useLook((view) => (on === null ? null : ghostCapacity(view, product, { on, now })), [product, on, now]);
  const missing =
    !countsDelivered && (pace === null || pace <= 0)
      ? 'Say how much is done in two weeks.'
      : on === null
        ? 'Say by when.'
        : called.trim() === ''
          ? 'Give it a name.'
          : undefined;

  const draw = () => {
    if (missing !== undefined || on === null) return setProblem(missing);
    setProblem(undefined);
    const done = command(
      { verb: 'drawLine', input: { product, on, name: called.trim(), ...(countsDelivered || pace === null ? {} : { pace }) } },
      { toast: `The line of ${called.trim()} is drawn`, onRefused: (why) => setProblem(whySentence(why, name)) },
    );
    // It may fall far below what is seen.
    void done.shown.then(({ outcome }) => {
      const line = outcome === 'shown' ? cutLines(fork(), product, { now }).lines[0] : undefined;
      if (line) useList.getState().set({ sought: lineRowId(line.id) });
    });
    return undefined;
  };

  return (
    <>
      <Form className="relative flex items-center gap-2 bg-surface px-2 text-s max-tablet:w-full max-tablet:flex-wrap" onSend={draw}>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden="true" className="tablet:@max-5xl/main:hidden">
            How much per two weeks?
          </span>
          <NumberField
            label="How much per two weeks?"
            isLabelHidden
            value={pace}
            unit={ghost.unit}
            min={0.1}
            max={100_000}
            className={cx('w-26', NOTE_BELOW)}
            onChange={(value) => setTyped({ ...typed, pace: value })}
          />
        </span>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden="true">By when?</span>
          <DateField
            label="By when?"
            isLabelHidden
            value={on}
            today={today}
            min={today}
            className={cx('w-32', NOTE_BELOW)}
            onChange={(day) => setTyped({ ...typed, on: day as Day | null })}
          />
        </span>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden="true" className="tablet:@max-5xl/main:hidden">
            Called
          </span>
          <TextField label="Called" isLabelHidden value={called} maxLength={100} className="w-32" onChange={(value) => setTyped({ ...typed, called: value })} />
        </span>
        <Button variant="primary" type="submit" className="h-7" keys="Enter">
          Draw the line
        </Button>
      </Form>
      <span
        role={problem === undefined ? undefined : 'alert'}
        className={cx(
          'ms-auto bg-surface px-2 text-s',
          problem === undefined
            ? 'relative text-ink-3 @max-5xl/main:hidden'
            : 'relative text-wrong @max-5xl/main:absolute @max-5xl/main:start-8.5 @max-5xl/main:top-full @max-5xl/main:z-10 @max-5xl/main:rounded-control @max-5xl/main:border @max-5xl/main:border-edge',
        )}
      >
        {problem ?? [paceHint(measured, ghost.unit), countsDelivered && capacity !== null && fitting(capacity, ghost.unit)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

/** What is wrong in a field stands beneath the line: it pushes nothing aside. */
const NOTE_BELOW =
  'relative [&>p]:absolute [&>p]:start-0 [&>p]:top-full [&>p]:z-10 [&>p]:mt-1 [&>p]:rounded-control [&>p]:border [&>p]:border-edge [&>p]:bg-surface [&>p]:px-1.5';

/** What fits by the day that is asked for. */
const fitting = (capacity: number, unit: string): string => `${capacity} ${unit} fit with ${percentOf(USUAL_CONFIDENCE)}`;
