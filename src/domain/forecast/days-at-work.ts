import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { addDays, weekdaysBetween, type Day } from '../kernel/day.ts';

/** The coming weeks of a team from today, each with the share of a usual one that it works; the last one is repeated. */
export interface Ahead {
  readonly today: Day;
  readonly ahead: readonly number[];
}

/** The working days between two days, both counted and none before today, as far as the team works them: a holiday is none, and half of its people away is half a day. */
export function daysAtWork({ today, ahead }: Ahead, { from, to }: { from: Day; to: Day }): number {
  let days = 0;
  for (const { start, end, share } of weeksOf({ today, ahead }, from)) {
    if (start > to) break;
    days += share * weekdaysBetween(start, end !== null && end < to ? end : to);
  }
  return Number(days.toFixed(6));
}

/** The first day until which a team has worked so many days from one on; null: it never does. */
export function dayAtWork(weeks: Ahead, { from, days }: { from: Day; days: number }): Day | null {
  let left = days;
  for (const { start, end, share } of weeksOf(weeks, from)) {
    const most = end === null ? MOST_DAYS : weekdaysBetween(start, end);
    const needed = Math.max(1, Math.ceil(Number((left / share).toFixed(6)))); // without a share that is never
    if (needed <= most) return dayOfWorkingDay(start, needed);
    left = Number((left - share * most).toFixed(6));
  }
  return null;
}

/** Nearly four hundred years: what takes longer has no day. */
const MOST_DAYS = 100_000;

/** The weeks ahead from a day on; the last goes on without end. */
function* weeksOf({ today, ahead }: Ahead, from: Day): Generator<{ start: Day; end: Day | null; share: number }> {
  const shares = ahead.length === 0 ? [1] : ahead;
  for (const [week, share] of shares.entries()) {
    const first = addDays(today, 7 * week);
    const end = week === shares.length - 1 ? null : addDays(first, 6);
    if (end === null || end >= from) yield { start: first > from ? first : from, end, share };
  }
}
