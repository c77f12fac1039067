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

/** How the past is cut: rounds of so many days, at most so many of them, and with fewer than the least nothing is said. */
export interface Cut {
  readonly days: number;
  readonly most: number;
  readonly least: number;
}
const FORTNIGHTS: Cut = { days: 14, most: 6, least: 3 };
/** The same twelve weeks, one by one. */
export const WEEKS: Cut = { days: 7, most: 12, least: 6 };

/** The median of the last six whole fortnights before the newest day on which anything was finished. Leading empty ones are left out. */
export const paceFrom = (finished: readonly Finished[]): MeasuredPace => measuredIn(FORTNIGHTS, finished);

/** The median of the last whole rounds before the newest day on which anything was finished, in rounds of any length. */
export function measuredIn(cut: Cut, finished: readonly Finished[]): MeasuredPace {
  const newest = finished.reduce<Day | null>((day, one) => (day === null || one.day > day ? one.day : day), null);
  if (newest === null) return { pace: null, fortnights: [], why: 'nothing-finished' };
  const all = roundsBefore(newest, { cut, finished });
  const first = all.findIndex(({ amount }) => amount > 0);
  const fortnights = first < 0 ? [] : all.slice(first);
  if (fortnights.length < cut.least) return { pace: null, fortnights, why: 'too-short' };
  const pace = sum(median(fortnights.map(({ amount }) => amount)), 0);
  return pace === 0 ? { pace: null, fortnights, why: 'median-zero' } : { pace, fortnights, why: null };
}

/** Oldest first; the newest day itself is in none of them, because its round is not over. */
function roundsBefore(newest: Day, { cut: { days, most }, finished }: { cut: Cut; finished: readonly Finished[] }): Fortnight[] {
  const amounts = Array.from({ length: most }, () => 0);
  for (const { day, amount } of finished) {
    const ago = Math.ceil(daysBetween(day, newest) / days);
    if (ago >= 1 && ago <= most) amounts[most - ago] = sum(amounts[most - ago]!, amount);
  }
  return amounts.map((amount, at) => {
    const from = addDays(newest, -days * (most - at));
    return { from, to: addDays(from, days - 1), amount };
  });
}
