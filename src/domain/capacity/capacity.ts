import { addDays, weekdaysBetween, type Day } from '../kernel/day.ts';

/** The days from which a line's capacity comes: both counted. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
  /** Mondays to Fridays among them. */
  readonly workingDays: number;
}

/** From the day after the previous line's date (the first: from today; never from before today) to the line's own. */
export function windowOf({ today, previous, date }: { today: Day; previous: Day | null; date: Day }): Window {
  const after = previous === null ? today : addDays(previous, 1);
  const from = after > today ? after : today;
  return { from, to: date, workingDays: weekdaysBetween(from, date) };
}

/** What a pace per two weeks (ten working days) comes to in a number of working days, rounded down. */
export const capacityOf = (pace: number, workingDays: number): number => Math.floor(Number(((pace * workingDays) / 10).toFixed(6))); // 2.3 × 100 ÷ 10 is 22.999… in binary

/** Nearly four hundred years: what takes longer has no date. */
const MOST_WORKING_DAYS = 100_000;

/** The working days whose capacity holds an amount at a pace; null at a pace of nothing, or of so little that there is no such day. */
export function workingDaysFor(amount: number, pace: number): number | null {
  if (pace <= 0) return null;
  const days = Math.ceil(Number(((Math.ceil(amount) * 10) / pace).toFixed(6))); // a capacity is whole: two and a half need three
  return days <= MOST_WORKING_DAYS ? days : null;
}

/** The day on which the n-th working day from `from` falls, itself counted. */
export function dayOfWorkingDay(from: Day, n: number): Day {
  const weeks = Math.max(0, Math.floor((n - 1) / 5));
  let day = addDays(from, weeks * 7);
  while (weekdaysBetween(from, day) < n) day = addDays(day, 1);
  return day;
}
