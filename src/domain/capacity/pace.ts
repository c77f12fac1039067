import { median } from '../estimation/median.ts';
import { sum } from '../estimation/sum.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';

/** Two weeks and what was finished in them. */
export interface Fortnight {
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
}

/** A pace per two weeks, or why there is none. */
export type MeasuredPace =
  | { readonly pace: number; readonly fortnights: readonly Fortnight[]; readonly why: null }
  | {
      readonly pace: null;
      readonly fortnights: readonly Fortnight[];
      /** Nothing was ever finished; it was within less than three fortnights; or in the middle one nothing was. */
      readonly why: 'nothing-finished' | 'too-short' | 'median-zero';
    };

interface Finished {
  readonly day: Day;
  readonly amount: number;
}

const MOST = 6;
const LEAST = 3;
const DAYS = 14;

/** The median of the last six whole fortnights before the newest day on which anything was finished. Leading empty ones are left out. */
export function paceFrom(finished: readonly Finished[]): MeasuredPace {
  const newest = finished.reduce<Day | null>((day, one) => (day === null || one.day > day ? one.day : day), null);
  if (newest === null) return { pace: null, fortnights: [], why: 'nothing-finished' };
  const all = fortnightsBefore(newest, finished);
  const first = all.findIndex(({ amount }) => amount > 0);
  const fortnights = first < 0 ? [] : all.slice(first);
  if (fortnights.length < LEAST) return { pace: null, fortnights, why: 'too-short' };
  const pace = sum(median(fortnights.map(({ amount }) => amount)), 0);
  return pace === 0 ? { pace: null, fortnights, why: 'median-zero' } : { pace, fortnights, why: null };
}

/** Oldest first; the newest day itself is in none of them, because its fortnight is not over. */
function fortnightsBefore(newest: Day, finished: readonly Finished[]): Fortnight[] {
  const amounts = Array.from({ length: MOST }, () => 0);
  for (const { day, amount } of finished) {
    const ago = Math.ceil(daysBetween(day, newest) / DAYS);
    if (ago >= 1 && ago <= MOST) amounts[MOST - ago] = sum(amounts[MOST - ago]!, amount);
  }
  return amounts.map((amount, at) => {
    const from = addDays(newest, -DAYS * (MOST - at));
    return { from, to: addDays(from, DAYS - 1), amount };
  });
}
