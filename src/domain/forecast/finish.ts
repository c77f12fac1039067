import { toEnd } from '../kernel/pausing.ts';
import type { Outlook } from './outlook.ts';
import type { Trials } from './delivered.ts';
import { Finishing } from './finishing.ts';
import { trialsOf, type OutlookTrials } from './known-trials.ts';
import { DAYS_A_WEEK, LONGEST_DAYS, LONGEST_WEEKS, partOfWeek } from './working-week.ts';

/** Between two pauses so many trials are drawn: some milliseconds. */
const TRIALS_AT_ONCE = 250;

/** Forecasts rows that one team does in this order; `sizes` are in the unit of the outlook. A week's work comes evenly over its days. */
export const finishing = (outlook: Outlook, sizes: readonly number[], trials: Trials): Finishing => toEnd(finishingInPieces(outlook, sizes, trials));

/** The same with pauses. */
export function* finishingInPieces(outlook: Outlook, sizes: readonly number[], { trials, seed }: Trials): Generator<void, Finishing> {
  const days = new DaysOfTrials(sizes, trials);
  const weeks = trialsOf(outlook, { trials, seed });
  for (let trial = 0; trial < trials;) {
    for (const end = Math.min(trials, trial + TRIALS_AT_ONCE); trial < end; trial++) days.take(weeks, trial);
    yield;
  }
  return days.finishing();
}

/** Counts for each day in how many trials just so many rows are finished by its end. */
class DaysOfTrials {
  readonly #trials: number;
  readonly #rows: number;
  /** What must be delivered until each row is finished; after the last one nothing is enough. */
  readonly #reached: Float64Array;
  readonly #most: number;
  /** How many rows are finished by each whole amount: where to begin looking. */
  readonly #rowsBy: Uint32Array;
  readonly #counts: Uint16Array | Uint32Array;
  /** In how many trials nothing is left from a day on. */
  readonly #done = new Uint32Array(LONGEST_DAYS + 1);
  readonly #amounts = new Float64Array(LONGEST_WEEKS);

  constructor(sizes: readonly number[], trials: number) {
    this.#trials = trials;
    this.#rows = sizes.length;
    this.#reached = sumsOf(sizes);
    this.#most = sizes.length === 0 ? 0 : this.#reached[sizes.length - 1]!;
    this.#rowsBy = rowsBy(this.#reached, this.#most);
    this.#counts = new (trials < 2 ** 16 ? Uint16Array : Uint32Array)(LONGEST_DAYS * (this.#rows + 1));
  }

  take(weeks: OutlookTrials, trial: number): void {
    const [amounts, reached, by, counts, most] = [this.#amounts, this.#reached, this.#rowsBy, this.#counts, this.#most];
    const last = by.length - 1;
    const width = this.#rows + 1;
    const count = weeks.draw(trial, amounts, most);
    let total = weeks.before;
    let at = 0;
    for (let week = 0; week < count; week++) {
      const amount = amounts[week]!;
      for (let day = 1; day <= DAYS_A_WEEK; day++) {
        const sofar = total + partOfWeek(amount, day);
        let row = by[sofar < last ? sofar | 0 : last]!;
        while (reached[row]! <= sofar) row++;
        counts[at + row]!++;
        at += width;
      }
      total += amount;
    }
    this.#done[count * DAYS_A_WEEK]!++;
  }

  /** From trials that have finished just so many rows by a day to those that have finished at least so many. */
  finishing(): Finishing {
    const [counts, done, rows] = [this.#counts, this.#done, this.#rows];
    let all = 0;
    for (let day = 0; day < LONGEST_DAYS; day++) {
      const start = day * (rows + 1);
      all += done[day]!;
      counts[start + rows]! += all;
      for (let at = start + rows - 1; at >= start; at--) counts[at]! += counts[at + 1]!;
    }
    return new Finishing(this.#trials, (row, day) => counts[(day - 1) * (rows + 1) + row + 1]!);
  }
}

/** Each amount with all before it, and behind them what is never reached. */
function sumsOf(sizes: readonly number[]): Float64Array {
  let all = 0;
  return Float64Array.from([...sizes, Infinity], (size) => (all += size));
}

/** For so large amounts the rows are looked for one by one. */
const MOST_LOOKED_UP = 2 ** 18;

function rowsBy(reached: Float64Array, most: number): Uint32Array {
  const list = new Uint32Array(Math.min(MOST_LOOKED_UP, Math.ceil(most)) + 1);
  let row = 0;
  for (let amount = 0; amount < list.length; amount++) {
    while (reached[row]! <= amount) row++;
    list[amount] = row;
  }
  return list;
}
