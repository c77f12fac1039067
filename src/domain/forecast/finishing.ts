import { LONGEST_DAYS } from './working-week.ts';

/** When rows are finished, over many trials. Days are working days from now, the first is 1. */
export class Finishing {
  readonly trials: number;
  /** In how many trials a row, by its place, is finished by the end of a day. */
  readonly #by: (row: number, day: number) => number;

  constructor(trials: number, by: (row: number, day: number) => number) {
    this.trials = trials;
    this.#by = by;
  }

  /** The share of the trials in which a row, by its place, is finished within so many working days. */
  chance(row: number, days: number): number {
    return days < 1 ? 0 : this.#by(row, Math.min(days, LONGEST_DAYS)) / this.trials;
  }

  /** The first working day by which a row is finished in at least this share of the trials; null: not within three years. */
  dayWith(confidence: number, row: number): number | null {
    return firstDay(confidence, (day) => this.#by(row, day) / this.trials);
  }
}

/** The first working day on which a chance that never falls is at least so much; null: on none within three years. */
export function firstDay(wanted: number, chance: (day: number) => number): number | null {
  if (chance(LONGEST_DAYS) < wanted - ROUNDING) return null;
  let low = 1;
  let high = LONGEST_DAYS;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (chance(middle) < wanted - ROUNDING) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shares of ten thousand trials are further apart. */
const ROUNDING = 1e-9;
