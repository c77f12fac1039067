import { wholeFor } from '../capacity/parts.ts';
import { sum } from '../estimation/sum.ts';
import { ComingWeeks } from '../forecast/coming-weeks.ts';
import { DAYS_A_WEEK, LONGEST_WEEKS } from '../forecast/working-week.ts';
import type { Lane } from './work-plan.ts';

/** So far apart are the trials of two teams: those of one number would be equally lucky. */
const APART = 7919;

export interface Queue {
  /** Its rows in the order in which it comes to them. */
  readonly queue: Int32Array;
  readonly isUnderWay: readonly boolean[];
  /** How many rows all lanes have that are worked out together. */
  readonly rows: number;
  /** What they come to. */
  readonly amount: number;
  readonly trials: number;
  readonly seed: number;
  /** The place of its team among those that are worked out together. */
  readonly shift: number;
}

/** One lane while a trial is gone through. */
export class LaneAtWork {
  /** What its team has delivered in all before this week, and what this week brings. */
  before = 0;
  amount = 0;
  /** The row it is at, -1: none, and how much its team must have delivered in all until that is finished. */
  current = -1;
  needs = 0;
  /** How many of its rows are not finished. */
  left = 0;
  readonly #given: Queue;
  readonly #slots: number;
  readonly #percent: number;
  /** What its team had delivered when there was last nothing to do, and what has gone into rows since. */
  #base = 0;
  #used = 0;
  readonly #weeks: ComingWeeks | null;
  readonly #paced: number;
  readonly #amounts = new Float64Array(LONGEST_WEEKS);
  /** Which place in the queue each row has. */
  readonly #place: Int32Array;
  #drawn = 0;
  /** Rows passed over because they wait, in order, and how many of them wait no more. */
  readonly #passed: Int32Array;
  #passedCount = 0;
  #free = 0;
  #next = 0;
  /** On which days it came to a row, and how many of those under way it has not come to yet. */
  readonly #picked: Uint16Array;
  #picks = 0;
  readonly #underWay: number;
  #underWayLeft = 0;

  constructor({ outlook, pace, percent, slots }: Lane, given: Queue) {
    this.#given = given;
    this.#slots = slots;
    this.#percent = percent;
    this.#weeks = outlook && new ComingWeeks(outlook, given.seed);
    this.#paced = ((pace ?? 0) * DAYS_A_WEEK) / 10;
    this.#passed = new Int32Array(given.queue.length);
    this.#picked = new Uint16Array(given.queue.length);
    this.#underWay = given.isUnderWay.filter(Boolean).length;
    this.#place = new Int32Array(given.rows);
    for (const [place, row] of given.queue.entries()) this.#place[row] = place;
  }

  begin(trial: number): void {
    const { trials, shift, amount } = this.#given;
    this.#drawn = this.#weeks?.draw((trial + shift * APART) % trials, this.#amounts, (amount * 100) / this.#percent) ?? 0;
    this.before = this.#weeks?.before ?? 0;
    this.amount = 0;
    this.#base = 0;
    this.#used = 0;
    this.current = -1;
    this.left = this.#given.queue.length;
    this.#passedCount = 0;
    this.#free = 0;
    this.#next = 0;
    this.#picks = 0;
    this.#underWayLeft = this.#underWay;
  }

  nextWeek(week: number): void {
    if (!this.#weeks) {
      this.before = this.#paced * week + 1e-9; // 2.3 × 100 ÷ 10 is 22.999… in binary
      this.amount = this.#paced;
      return;
    }
    this.before += this.amount;
    // A lane that had to wait needs more weeks than its rows come to.
    if (week >= this.#drawn) this.#drawn = this.#weeks.drawOn(this.#amounts, week + 4);
    this.amount = this.#amounts[week]!;
  }

  /** The first of its rows that can be begun; -1: none. */
  pick(day: number, waiting: Uint16Array, mayFrom: Uint16Array): number {
    if (this.#free > 0) {
      for (let at = 0; at < this.#passedCount; at++) {
        const row = this.#passed[at]!;
        if (waiting[row] !== 0 || mayFrom[row]! > day) continue;
        this.#passed.copyWithin(at, at + 1, this.#passedCount--);
        this.#free--;
        return row;
      }
    }
    const { queue } = this.#given;
    while (this.#next < queue.length) {
      const row = queue[this.#next++]!;
      if (waiting[row] === 0 && mayFrom[row]! <= day) return row;
      this.#passed[this.#passedCount++] = row;
      if (waiting[row] === 0) this.#free++;
    }
    return -1;
  }

  /** A row waits for nothing any more. */
  freed(row: number): void {
    if (this.#place[row]! < this.#next) this.#free++;
  }

  take(row: number, size: number): void {
    this.current = row;
    this.#used = sum(this.#used, size);
    this.needs = this.#base + wholeFor(this.#used, this.#percent); // whole amounts, as a line counts them
    if (this.#given.isUnderWay[this.#place[row]!]) this.#underWayLeft--;
  }

  /** There is nothing that it can do: what its team has delivered by now is lost for it. */
  idle(delivered: number): void {
    this.#base = Math.round(delivered * 1e6) / 1e6;
    this.#used = 0;
  }

  /** Since when there has been room to begin the row that it is at now: so many are under way at once. */
  roomSince(day: number): number {
    const pick = this.#picks++;
    this.#picked[pick] = day;
    const finishedBefore = Math.min(pick, pick + this.#underWayLeft - this.#slots + 1);
    return finishedBefore <= 0 ? 1 : this.#picked[finishedBefore]!;
  }
}
