import { ComingWeeks, type Outlook } from './coming-weeks.ts';
import type { Trials } from './delivered.ts';
import { DAYS_A_WEEK, partOfWeek } from './working-week.ts';

/** Rows that are not finished by then are said to be later than that. */
export const LONGEST_DAYS = 156 * DAYS_A_WEEK;

/** When rows that are done one after another are finished, over many trials. Days are working days from now, the first is 1. */
export class Finishing {
  readonly trials: number;
  readonly #rows: number;
  /** For each day, how many trials have finished at least 0, 1, 2 … rows by its end. */
  readonly #by: Uint32Array;

  constructor({ trials, rows, by }: { trials: number; rows: number; by: Uint32Array }) {
    this.trials = trials;
    this.#rows = rows;
    this.#by = by;
  }

  /** The share of the trials in which a row, by its place, is finished within so many working days. */
  chance(row: number, days: number): number {
    return days < 1 ? 0 : this.#finished(row, Math.min(days, LONGEST_DAYS)) / this.trials;
  }

  /** The first working day by which a row is finished in at least this share of the trials; null: not within three years. */
  dayWith(confidence: number, row: number): number | null {
    const wanted = Math.ceil(confidence * this.trials - 1e-9);
    if (this.#finished(row, LONGEST_DAYS) < wanted) return null;
    let low = 1;
    let high = LONGEST_DAYS;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#finished(row, middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #finished(row: number, day: number): number {
    return this.#by[(day - 1) * (this.#rows + 1) + row + 1]!;
  }
}

/** Forecasts rows that one team does in this order; `sizes` are in the unit of the outlook. A week's work comes evenly over its days. */
export function finishing(outlook: Outlook, sizes: readonly number[], { trials, seed }: Trials): Finishing {
  const weeks = new ComingWeeks(outlook, seed);
  const reached = sumsOf(sizes);
  const rows = sizes.length;
  const by = new Uint32Array(LONGEST_DAYS * (rows + 1));
  const done = new Uint32Array(LONGEST_DAYS);
  for (let trial = 0; trial < trials; trial++) {
    let total = weeks.begin(trial);
    let row = 0;
    let day = 0;
    while (day < LONGEST_DAYS && row < rows) {
      const amount = weeks.next();
      for (let of = 1; of <= DAYS_A_WEEK && row < rows; of++) {
        const sofar = total + partOfWeek(amount, of);
        while (row < rows && reached[row]! <= sofar) row++;
        by[day++ * (rows + 1) + row]!++;
      }
      total += amount;
    }
    if (day < LONGEST_DAYS) done[day]!++;
  }
  accumulate(by, done, rows);
  return new Finishing({ trials, rows, by });
}

/** From trials that have finished just so many rows by a day to those that have finished at least so many. `done`: trials with nothing left from that day on. */
function accumulate(by: Uint32Array, done: Uint32Array, rows: number): void {
  let all = 0;
  for (let day = 0; day < LONGEST_DAYS; day++) {
    const start = day * (rows + 1);
    all += done[day]!;
    by[start + rows]! += all;
    for (let at = start + rows - 1; at >= start; at--) by[at]! += by[at + 1]!;
  }
}

/** Each amount with all before it. */
function sumsOf(sizes: readonly number[]): Float64Array {
  let all = 0;
  return Float64Array.from(sizes, (size) => (all += size));
}
