import { Finishing } from '../forecast/finishing.ts';
import { AT_ONCE, NEVER } from './rows-at-work.ts';

/** So many days are counted at once, row by row: the counts of one row lie close together, those of all rows do not. */
const DAYS_AT_ONCE = 200_000;

const WIDTH = NEVER + 1;

export interface Counted {
  readonly trials: number;
  /** The rows by rank. */
  readonly ranked: readonly number[];
  /** The rows of each group. */
  readonly groups: readonly (readonly number[])[];
}

/** In how many trials each row, all rows down to each and each group are finished on each day. */
export class DaysCounted {
  readonly #rows: number;
  readonly #given: Counted;
  readonly #counts: Uint16Array;
  /** The days of the trials that have not been counted yet: those of the first row, then those of the second. */
  readonly #days: Uint16Array;
  readonly #most: number;
  #many = 0;
  #taken = 0;
  readonly #last: Uint16Array;

  constructor(rows: number, given: Counted) {
    this.#rows = rows;
    this.#given = given;
    this.#counts = new Uint16Array((rows + given.ranked.length + given.groups.length) * WIDTH);
    this.#most = Math.max(1, Math.floor(DAYS_AT_ONCE / rows / AT_ONCE)) * AT_ONCE;
    this.#days = new Uint16Array(rows * this.#most);
    this.#last = new Uint16Array(this.#most);
  }

  /** The days of each row in some trials, at most {@link AT_ONCE}; gives whether it has counted. {@link NEVER} is a day too. */
  take(days: Uint16Array, many: number): boolean {
    const [rows, most, atOnce] = [this.#rows, this.#most, AT_ONCE];
    for (let row = 0, from = 0, to = this.#many; row < rows; row++, from += atOnce, to += most) {
      for (let at = 0; at < many; at++) this.#days[to + at] = days[from + at]!;
    }
    this.#many += many;
    this.#taken += many;
    if (this.#many + AT_ONCE <= this.#most && this.#taken < this.#given.trials) return false;
    this.#count();
    this.#many = 0;
    return true;
  }

  #count(): void {
    const { ranked, groups } = this.#given;
    const [rows, last, many] = [this.#rows, this.#last, this.#many];
    for (let row = 0; row < rows; row++) this.#add(row, this.#days, row * this.#most);
    last.fill(0);
    for (const [at, row] of ranked.entries()) this.#raiseAndAdd(row, rows + at);
    for (const [at, its] of groups.entries()) {
      last.fill(0, 0, many);
      for (const row of its) this.#raise(row);
      this.#add(rows + ranked.length + at, last, 0);
    }
  }

  /** From the last day so far of each trial to that of one more row. */
  #raise(row: number): void {
    const [days, last, many] = [this.#days, this.#last, this.#many];
    for (let trial = 0, at = row * this.#most; trial < many; trial++, at++) last[trial] = Math.max(last[trial]!, days[at]!);
  }

  /** Both at once: all rows down to each are most of what is counted. */
  #raiseAndAdd(row: number, place: number): void {
    const [days, last, counts, many] = [this.#days, this.#last, this.#counts, this.#many];
    const start = place * WIDTH;
    for (let trial = 0, at = row * this.#most; trial < many; trial++, at++) {
      let day = last[trial]!;
      if (days[at]! > day) last[trial] = day = days[at]!;
      counts[start + day]!++;
    }
  }

  #add(place: number, days: Uint16Array, from: number): void {
    const [counts, many] = [this.#counts, this.#many];
    const start = place * WIDTH;
    for (let at = from; at < from + many; at++) counts[start + days[at]!]!++;
  }

  /** From on which day to by which day. */
  finishing(): Finishing {
    const counts = this.#counts;
    for (let start = 0; start < counts.length; start += WIDTH) for (let at = start + 1; at < start + WIDTH - 1; at++) counts[at]! += counts[at - 1]!;
    return new Finishing(this.#given.trials, (row, day) => counts[row * WIDTH + day]!);
  }
}
