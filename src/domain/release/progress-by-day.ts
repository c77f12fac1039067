import { sum } from '../estimation/sum.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import { byCodeUnit } from '../kernel/change.ts';
import type { Turn } from './row-turns.ts';

/** So much work: rows, and the points of those that have any. */
export interface Amount {
  readonly points: number;
  readonly items: number;
}

/** How a release stood at the end of a day. */
export interface DayOfRelease {
  readonly day: Day;
  /** All that it was to deliver. */
  readonly scope: Amount;
  readonly done: Amount;
}

/** From when on what comes in and goes out is a change of scope. */
export interface ReleaseStart {
  readonly day: Day;
  /** The entry by which it became active; null: it is said by its date alone, and what came in on that day was there at the start. */
  readonly seq: number | null;
}

/** One thing that came into a release, left it or changed its size after the start. */
export interface ScopeChange {
  readonly item: string;
  readonly day: Day;
  readonly seq: number;
  /** The member who did it; null: the system. */
  readonly by: string | null;
  readonly kind: 'added' | 'removed' | 'resized';
  /** What it brought or took; for a change of size, how much more. */
  readonly points: number;
}

/** The longest past that is told day by day. */
const MOST_DAYS = 1000;

/** One point for every day from one to another, both included, at most the last thousand. */
export function progressByDay(turns: readonly Turn[], { from, to }: { from: Day; to: Day }): DayOfRelease[] {
  const first = daysBetween(from, to) < MOST_DAYS ? from : addDays(to, 1 - MOST_DAYS);
  const days: DayOfRelease[] = [];
  const now = new Map<string, Turn>();
  const totals = { scope: NONE, done: NONE };
  let at = 0;
  for (let day = first; day <= to; day = addDays(day, 1)) {
    for (; at < turns.length && turns[at]!.day <= day; at++) apply(turns[at]!, now, totals);
    days.push({ day, ...totals });
  }
  return days;
}

function apply(turn: Turn, now: Map<string, Turn>, totals: { scope: Amount; done: Amount }): void {
  const before = now.get(turn.item);
  now.set(turn.item, turn);
  for (const [one, by] of [
    [before, -1],
    [turn, 1],
  ] as const) {
    if (one?.isCounted) totals.scope = plus(totals.scope, one, by);
    if (one?.isDone) totals.done = plus(totals.done, one, by);
  }
}

/** What changed the scope after the start, oldest first. */
export function scopeChanges(turns: readonly Turn[], start: ReleaseStart): ScopeChange[] {
  const now = new Map<string, Turn>();
  return turns.flatMap((turn) => {
    const before = now.get(turn.item);
    now.set(turn.item, turn);
    const isAfter = start.seq === null ? turn.day > start.day : turn.seq > start.seq && turn.day >= start.day;
    const change = isAfter ? changeOf(before, turn) : null;
    const { item, day, seq, by } = turn;
    return change ? [{ item, day, seq, by, ...change }] : [];
  });
}

function changeOf(before: Turn | undefined, { isCounted, points }: Turn): Pick<ScopeChange, 'kind' | 'points'> | null {
  const [was, is] = [before?.points ?? 0, points ?? 0];
  if (isCounted !== (before?.isCounted ?? false)) return isCounted ? { kind: 'added', points: is } : { kind: 'removed', points: was };
  return isCounted && was !== is ? { kind: 'resized', points: sum(is, -was) } : null;
}

/** Of all items, by the day on which they happened, then as the log has them. */
export const inOrder = (turns: ReadonlyMap<string, readonly Turn[]>): Turn[] =>
  [...turns.values()].flat().sort((a, b) => byCodeUnit(a.day, b.day) || a.seq - b.seq || a.n - b.n);

const NONE: Amount = { points: 0, items: 0 };

const plus = ({ points, items }: Amount, { points: more }: Turn, by: 1 | -1): Amount => ({ points: sum(points, by * (more ?? 0)), items: items + by });
