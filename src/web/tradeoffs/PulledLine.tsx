import { useEffect } from 'react';
import type { View } from '../../domain/collections.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { dateFor, pullNeeds, type PulledTo } from '../../domain/tradeoffs/pull.ts';
import { nameIn } from '../app/name-in.ts';
import { useNow } from '../app/use-now.ts';
import { useList } from '../backlog/list-state.ts';
import { useCommand, useLook, useShown, useWithVerb } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { shortDay } from '../ui/format-day.ts';
import { useKeys } from '../ui/use-keys.ts';
import { dateWords, needsWords } from './pull-words.ts';
import { useSlices } from './use-slices.ts';
import { alsoWords } from './way-words.ts';

export interface PulledLineProps {
  readonly line: string;
  readonly name: string;
  readonly isThin: boolean;
}

/** A line where it was pulled to: it says what it would take to stand there, and offers the date. Nothing is changed by pulling. */
export function PulledLine({ line, name, isThin }: PulledLineProps) {
  const now = useNow();
  const command = useCommand();
  const pull = useList((list) => list.pull);
  const set = useList((list) => list.set);
  const below = pull?.below ?? '';
  const told = useLook((view) => tell(view, { line, below, now }), [line, below, now]);
  const date = useSlices(
    function* (view) {
      const to = placeOf(view, { line, below, now });
      return to ? yield* dateFor({ view, lines: to.lines }, to, { now }) : null;
    },
    [line, below, now, told],
  );
  useFound({ line, below, date });
  const nameOf = nameIn(useShown());
  const on = date === undefined ? undefined : (date?.on ?? null);
  const isNew = typeof on === 'string' && on !== told?.date;
  const leave = () => {
    set({ pull: null });
    document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
  };
  const setDate = () => {
    if (!isNew || !told) return;
    command({ verb: 'updateRelease', input: { release: line, dueOn: on } }, { toast: `${told.release} is due on ${shortDay(on, told.today)}` });
    leave();
  };
  useKeys([
    { keys: 'Escape', description: 'Leave the line where it stood', group: 'List', run: leave, when: () => pull?.isLetGo === true },
    { keys: 'Enter', description: 'Set the date', group: 'List', run: setDate, when: () => pull?.isLetGo === true && isNew },
  ]);
  if (!told) return null;
  const also = date ? alsoWords(date, { name: nameOf, today: told.today }) : '';
  return (
    <div role="gridcell" data-line data-pulled className="relative flex h-full items-center gap-2 ps-8.5 pe-4 max-tablet:gap-1.5 max-tablet:px-3">
      <span aria-hidden="true" className={cx('absolute inset-x-0 top-1/2 border-dashed border-line', isThin ? 'border-t' : 'border-t-2')} />
      <span className="relative max-w-[40%] truncate rounded-control bg-surface px-2 text-s leading-5 font-semibold text-line-ink ring-1 ring-line max-tablet:hidden">
        {name}
      </span>
      {also !== '' && (
        <span data-tip={also} className="num relative min-w-0 truncate bg-surface px-1 text-s text-ink-2 max-tablet:hidden">
          {also}
        </span>
      )}
      <span role="status" className="num relative ms-auto min-w-0 truncate bg-surface px-2 text-s font-medium whitespace-nowrap text-line-ink">
        {told.needs} · {dateWords(on, { now: told.date, today: told.today })}
      </span>
      {pull?.isLetGo === true && (
        <span className="relative flex shrink-0 gap-1.5 bg-surface" data-no-drag>
          {isNew && (
            <Button size="s" variant="primary" keys="Enter" onClick={setDate}>
              Set date
            </Button>
          )}
          <Button size="s" keys="Escape" onClick={leave}>
            Leave
          </Button>
        </span>
      )}
    </div>
  );
}

/** The list shows how all would stand with the date, as soon as it is found. */
function useFound({ line, below, date }: { line: string; below: string; date: PulledTo | null | undefined }) {
  const withVerb = useWithVerb('updateRelease');
  const isOld = useList((list) => list.pull?.isOld ?? false);
  const on = date?.on ?? null;
  const isFound = date !== undefined;
  useEffect(() => {
    if (!isFound) return;
    withVerb(() => {
      const { pull, set } = useList.getState();
      if (pull?.line === line && pull.below === below && (pull.isOld || pull.on !== on)) set({ pull: { ...pull, on, isOld: false } });
    });
  }, [withVerb, line, below, on, isFound, isOld]);
}

interface Where {
  readonly line: string;
  readonly below: string;
  readonly now: Instant;
}

function placeOf(view: View, { line: id, below, now }: Where) {
  const item = view.find('item', below);
  if (!item) return null;
  const lines = cutLines(view, item.product, { now });
  const line = lines.lines.find((one) => one.id === id);
  return line ? { lines, line, below: item } : null;
}

/** What is said of the place at once: the date follows. */
function tell(view: View, where: Where) {
  const to = placeOf(view, where);
  if (!to) return null;
  const { lines, line } = to;
  const name = nameIn(view);
  return {
    needs: needsWords(pullNeeds({ view, lines }, to), lines, name),
    date: line.date,
    today: lines.today,
    release: name('release', line.release),
  };
}
