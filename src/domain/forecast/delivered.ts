import { ComingWeeks, type Outlook } from './coming-weeks.ts';
import { DAYS_A_WEEK, partOfWeek } from './working-week.ts';

export interface Trials {
  readonly trials: number;
  readonly seed: number;
}

const USUAL_TRIALS: Trials = { trials: 2000, seed: 1 };

/** What is delivered within so many working days from now in each trial, smallest first. Whole items only, where items are counted. */
export function deliveredWithin(outlook: Outlook, days: number, { trials, seed }: Trials = USUAL_TRIALS): Float64Array {
  const weeks = new ComingWeeks(outlook, seed);
  const whole = Math.floor(days / DAYS_A_WEEK);
  const rest = days - whole * DAYS_A_WEEK;
  const totals = new Float64Array(trials);
  const amounts = new Float64Array(rest > 0 ? whole + 1 : whole);
  for (let trial = 0; trial < trials; trial++) {
    weeks.draw(trial, amounts);
    let total = weeks.before;
    for (let week = 0; week < whole; week++) total += amounts[week]!;
    if (rest > 0) total += partOfWeek(amounts[whole]!, rest);
    totals[trial] = outlook.isCounted ? Math.floor(total) : total;
  }
  return totals.sort();
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
