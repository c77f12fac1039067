import { wholeFor } from '../capacity/parts.ts';
import { sum } from '../estimation/sum.ts';
import { AT_ONCE, NEVER, type RowsAtWork } from './rows-at-work.ts';
import { TeamDays } from './team-days.ts';
import type { Lane, WorkRow } from './work-plan.ts';

export interface Given {
  /** Its rows in the order in which it comes to them, by their places in `rows`. */
  readonly queue: Int32Array;
  readonly rows: readonly WorkRow[];
  readonly atWork: RowsAtWork<LaneAtWork>;
  readonly trials: number;
  readonly seed: number;
  /** As of {@link TeamDays}. */
  readonly until: number;
  /** The place of its team among those that are worked out together. */
  readonly shift: number;
}

/** No row can be begun; which can is not known before other lanes have gone on. */
const NONE = -1;
const UNKNOWN = -2;

/** One lane while a trial is gone through. */
export class LaneAtWork {
  /** The day on which it comes to its next row: {@link NEVER} where it waits for others, and after its last. */
  day = 1;
  readonly #given: Given;
  readonly #slots: number;
  readonly #percent: number;
  readonly #sizes: Float64Array;
  /** Whether all of it is whole, as points are: then nothing is rounded. */
  readonly #isWhole: boolean;
  readonly #delivered: TeamDays;
  /** Whether there is nothing to do, what its team had delivered when that was last so, and what has gone into rows since. */
  #isIdle = false;
  #base = 0;
  #used = 0;
  /** Which place in the queue each row has, and the first that has not been come to. */
  readonly #place: Int32Array;
  #next = 0;
  /** Rows passed over because they wait, in order, how many of them wait for no row any more, and from when on the first of those may be begun. */
  readonly #passed: Int32Array;
  #passedCount = 0;
  #free = 0;
  #soonest = NEVER;
  /** On which days it came to a row, and how many of those under way it has not come to yet. */
  readonly #cameTo: Uint16Array;
  #count = 0;
  readonly #isUnderWay: Uint8Array;
  readonly #underWay: number;
  #underWayLeft = 0;

  constructor(lane: Lane, given: Given) {
    const { queue, rows } = given;
    const amount = queue.reduce((all, row) => all + rows[row]!.size, 0);
    this.#given = given;
    this.#slots = lane.slots;
    this.#percent = lane.percent;
    this.#sizes = Float64Array.from(rows, ({ size }) => size);
    this.#isWhole = lane.percent === 100 && queue.every((row) => Number.isInteger(rows[row]!.size));
    this.#delivered = new TeamDays(lane, { ...given, amount: (amount * 100) / lane.percent });
    this.#passed = new Int32Array(queue.length);
    this.#cameTo = new Uint16Array(queue.length);
    this.#isUnderWay = Uint8Array.from(rows, ({ isUnderWay }) => Number(isUnderWay));
    this.#underWay = queue.reduce((all, row) => all + this.#isUnderWay[row]!, 0);
    this.#place = new Int32Array(rows.length);
    for (const [place, row] of queue.entries()) this.#place[row] = place;
  }

  begin(trial: number): void {
    this.day = 1;
    this.#delivered.begin(trial);
    this.#isIdle = false;
    this.#base = 0;
    this.#used = 0;
    this.#next = 0;
    this.#passedCount = 0;
    this.#free = 0;
    this.#soonest = NEVER;
    this.#count = 0;
    this.#underWayLeft = this.#underWay;
  }

  /** Works off one row after the other, until all are or nothing more is known. `at`: where the days of this trial are put down. */
  goOn(at: number): void {
    if (this.#isIdle) this.#wake();
    const { queue, atWork } = this.#given;
    const { finishedOn, begunOn, followers, mayFrom, waiting } = atWork;
    const [never, atOnce] = [NEVER, AT_ONCE]; // looked up once: this is where the time goes
    const [upTo, isUnderWay, cameTo, sizes] = [this.#delivered.upTo, this.#isUnderWay, this.#cameTo, this.#sizes];
    const [base, percent, isWhole] = [this.#base, this.#percent, this.#isWhole];
    let { day } = this;
    let used = this.#used;
    while (day < never) {
      // Mostly it is the next one of the queue.
      let row = NONE;
      if (this.#next < queue.length && this.#soonest > day && (this.#free === this.#passedCount || day <= atWork.known)) row = queue[this.#next]!;
      if (row >= 0 && waiting[row] === 0 && mayFrom[row]! <= day) this.#next++;
      else {
        this.day = day;
        this.#used = used;
        row = this.#pick(day, day <= atWork.known);
        if (row === NONE) this.#rest();
        if (row < 0) return;
      }
      const count = this.#count++;
      cameTo[count] = day;
      if (this.#underWayLeft > 0) this.#underWayLeft -= isUnderWay[row]!;
      const finishedBefore = count + Math.min(0, this.#underWayLeft - this.#slots + 1); // so many are under way at once
      begunOn[row * atOnce + at] = Math.max(finishedBefore <= 0 ? 1 : cameTo[finishedBefore]!, mayFrom[row]!);
      used = isWhole ? used + sizes[row]! : sum(used, sizes[row]!);
      const needs = base + (isWhole ? used : wholeFor(used, percent)); // whole amounts, as a line counts them
      while (upTo[day]! < needs) day++;
      if (day > this.#delivered.last) day = this.#delivered.firstWith(needs, day);
      finishedOn[row * atOnce + at] = day;
      if (day < never && followers[row] !== null) this.#tell(row, day);
    }
    this.day = day;
  }

  /** The first of its rows that can be begun on a day; `isKnown`: what other lanes finish before it is. */
  #pick(day: number, isKnown: boolean): number {
    if (this.#soonest <= day) return this.#pickPassed(day, isKnown);
    if (!isKnown && this.#free < this.#passedCount) return UNKNOWN;
    const { queue, atWork } = this.#given;
    const { waiting, mayFrom } = atWork;
    for (; this.#next < queue.length; this.#next++) {
      const row = queue[this.#next]!;
      if (waiting[row]! > 0) {
        if (!isKnown) return UNKNOWN;
      } else if (mayFrom[row]! <= day) {
        this.#next++;
        return row;
      } else this.#isFree(row);
      this.#passed[this.#passedCount++] = row;
    }
    return NONE;
  }

  /** One of those passed over can be begun: it, or one before it of which that is not known. */
  #pickPassed(day: number, isKnown: boolean): number {
    const { waiting, mayFrom } = this.#given.atWork;
    const passed = this.#passed;
    let at = 0;
    for (; waiting[passed[at]!]! > 0 || mayFrom[passed[at]!]! > day; at++) if (!isKnown && waiting[passed[at]!]! > 0) return UNKNOWN;
    const row = passed[at]!;
    this.#passedCount--;
    this.#free--;
    for (; at < this.#passedCount; at++) passed[at] = passed[at + 1]!;
    this.#soonest = NEVER;
    for (at = 0; at < this.#passedCount; at++) if (waiting[passed[at]!] === 0) this.#soonest = Math.min(this.#soonest, mayFrom[passed[at]!]!);
    return row;
  }

  /** Tells those that wait for a row that it is finished: what another lane finished is there the next day. */
  #tell(row: number, day: number): void {
    const { followers, laneOf, mayFrom, waiting } = this.#given.atWork;
    const its = followers[row]!;
    for (let at = 0; at < its.length; at++) {
      const follower = its[at]!;
      const lane = laneOf[follower]!;
      if (lane !== this && mayFrom[follower]! <= day) mayFrom[follower] = day + 1;
      if (--waiting[follower]! === 0) lane.#freed(follower);
    }
  }

  /** A row waits for no other any more. */
  #freed(row: number): void {
    if (this.#place[row]! < this.#next) this.#isFree(row);
    if (this.#isIdle) this.#rest();
  }

  #isFree(row: number): void {
    this.#free++;
    this.#soonest = Math.min(this.#soonest, this.#given.atWork.mayFrom[row]!);
  }

  /** There is nothing to do until the first of its rows waits no more. */
  #rest(): void {
    const { atWork } = this.#given;
    this.#isIdle = true;
    this.day = this.#soonest;
    atWork.known = Math.min(atWork.known, this.day); // other lanes may go on as far only
  }

  /** What its team delivered while there was nothing to do is lost for it. */
  #wake(): void {
    this.#isIdle = false;
    this.#base = Math.round(this.#delivered.by(this.day - 1) * 1e6) / 1e6;
    this.#used = 0;
  }
}
