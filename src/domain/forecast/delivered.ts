import type { ComingWeeks } from './coming-weeks.ts';
import type { Outlook } from './outlook.ts';
import { DAYS_A_WEEK, partOfWeek } from './working-week.ts';

export interface Trials {
  readonly trials: number;
  readonly seed: number;
}

/** Where trials come from. */
interface Drawn {
  readonly from: Pick<ComingWeeks, 'before' | 'draw'>;
}

/** So many trials are drawn between two pauses: a few milliseconds, as far ahead as one asks. */
const PAUSE_AFTER_TRIALS = 500;

/**
 * What is delivered within each of several numbers of working days from now in each trial, smallest first; fewest days first. Whole items only, where items are counted. In pieces of work: a trial goes on from one to the next instead of being drawn for each.
 */
export function* deliveredWithinEach(
  outlook: Outlook,
  days: readonly number[],
  { trials, from: weeks }: Pick<Trials, 'trials'> & Drawn,
): Generator<void, Float64Array[]> {
  const amounts = new Float64Array(Math.ceil((days.at(-1) ?? 0) / DAYS_A_WEEK));
  const totals = days.map(() => new Float64Array(trials));
  for (let trial = 0; trial < trials; trial++) {
    if (trial % PAUSE_AFTER_TRIALS === PAUSE_AFTER_TRIALS - 1) yield;
    weeks.draw(trial, amounts);
    let total = weeks.before;
    let week = 0;
    for (let at = 0; at < days.length; at++) {
      for (const whole = Math.floor(days[at]! / DAYS_A_WEEK); week < whole; week++) total += amounts[week]!;
      const rest = days[at]! - week * DAYS_A_WEEK;
      const all = rest > 0 ? total + partOfWeek(amounts[week]!, rest) : total;
      totals[at]![trial] = outlook.isCounted ? Math.floor(all) : all;
    }
  }
  for (const one of totals) {
    yield;
    one.sort();
  }
  return totals;
}

/** The amount that at least this share of the trials reaches: what is delivered with that confidence. */
export function deliveredWith(confidence: number, sorted: Float64Array): number {
  const reached = Math.ceil(confidence * sorted.length - 1e-9);
  return reached <= 0 ? Infinity : sorted[sorted.length - reached]!;
}

/** In what share of the trials at least this amount is delivered. */
export function chanceOf(amount: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < amount) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}

/** Between which amounts the middle `share` of the trials lies. */
export function rangeOf(share: number, sorted: Float64Array): { readonly from: number; readonly to: number } {
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1))]!;
  return { from: at((1 - share) / 2), to: at((1 + share) / 2) };
}
