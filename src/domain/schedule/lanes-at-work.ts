import { LONGEST_DAYS, DAYS_A_WEEK, partOfWeek } from '../forecast/working-week.ts';
import { followersOf } from './feasible.ts';
import { LaneAtWork } from './lane-at-work.ts';
import type { WorkPlan } from './work-plan.ts';

/** Not within three years. */
const NEVER = LONGEST_DAYS + 1;

/**
 * Some lanes of a plan as their rows are worked off in one trial after another. A lane does one row after the other, always the first in the
 * plan's order that waits for nothing. Where all wait, what would have been delivered is lost. What another lane finished is there the next day.
 */
export class LanesAtWork {
  /** On which day each row was finished in the last trial, in the order of `places`. */
  readonly finishedOn: Uint16Array;
  /** On which day there was room to begin it. */
  readonly begunOn: Uint16Array;
  readonly #lanes: readonly LaneAtWork[];
  readonly #laneOf: Uint16Array;
  readonly #sizes: Float64Array;
  readonly #followers: readonly (readonly number[])[];
  readonly #waits: Uint16Array;
  readonly #from: Uint16Array;
  /** How many rows each still waits for, and the first day on which it may be begun. */
  readonly #waiting: Uint16Array;
  readonly #mayFrom: Uint16Array;

  constructor(plan: WorkPlan, { lanes, places, trials, seed }: { lanes: readonly number[]; places: readonly number[]; trials: number; seed: number }) {
    const rows = places.map((place) => plan.rows[place]!);
    const index = new Map(places.map((place, at) => [place, at]));
    const followers = followersOf(plan.rows);
    this.finishedOn = new Uint16Array(rows.length);
    this.begunOn = new Uint16Array(rows.length);
    this.#laneOf = Uint16Array.from(rows, ({ lane }) => lanes.indexOf(lane));
    this.#sizes = Float64Array.from(rows, ({ size }) => size);
    this.#followers = places.map((place) => followers[place]!.flatMap((follower) => index.get(follower) ?? []));
    this.#waits = Uint16Array.from(rows, ({ waitsFor }) => waitsFor!.length); // rows that can be finished wait for such only
    this.#from = Uint16Array.from(rows, ({ from }) => Math.min(NEVER, from));
    this.#waiting = new Uint16Array(rows.length);
    this.#mayFrom = new Uint16Array(rows.length);
    const teams = [...new Set(lanes.map((lane) => plan.lanes[lane]!.team))];
    this.#lanes = lanes.map((lane) => {
      const queue = rows.flatMap((row, place) => (row.lane === lane ? [place] : []));
      const isUnderWay = queue.map((place) => rows[place]!.isUnderWay);
      const amount = queue.reduce((all, place) => all + rows[place]!.size, 0);
      // The lanes of one team come and go together: they have the same trials.
      const shift = teams.indexOf(plan.lanes[lane]!.team);
      return new LaneAtWork(plan.lanes[lane]!, { queue: Int32Array.from(queue), isUnderWay, rows: rows.length, amount, trials, seed, shift });
    });
  }

  run(trial: number): void {
    this.finishedOn.fill(NEVER);
    this.begunOn.fill(NEVER);
    this.#waiting.set(this.#waits);
    this.#mayFrom.set(this.#from);
    const lanes = this.#lanes;
    let left = this.finishedOn.length;
    for (const lane of lanes) lane.begin(trial);
    for (let day = 1; day <= LONGEST_DAYS && left > 0; day++) {
      const ofWeek = ((day - 1) % DAYS_A_WEEK) + 1;
      if (ofWeek === 1) for (const lane of lanes) if (lane.left > 0) lane.nextWeek((day - 1) / DAYS_A_WEEK);
      for (let at = 0; at < lanes.length; at++) {
        const lane = lanes[at]!;
        if (lane.left === 0) continue;
        const delivered = lane.before + partOfWeek(lane.amount, ofWeek);
        if (lane.current < 0 || delivered >= lane.needs) left -= this.#work(lane, day, delivered);
      }
    }
  }

  /** Lets a lane work for a day, at whose end its team has delivered so much in all; gives how many rows it finishes. */
  #work(lane: LaneAtWork, day: number, delivered: number): number {
    let finished = 0;
    for (;;) {
      if (lane.current < 0) {
        const row = lane.pick(day, this.#waiting, this.#mayFrom);
        if (row < 0) {
          lane.idle(delivered);
          return finished;
        }
        lane.take(row, this.#sizes[row]!);
        this.begunOn[row] = Math.max(lane.roomSince(day), this.#mayFrom[row]!);
      }
      if (delivered < lane.needs) return finished;
      this.#finish(lane, day);
      finished++;
    }
  }

  #finish(lane: LaneAtWork, day: number): void {
    const row = lane.current;
    lane.current = -1;
    lane.left--;
    this.finishedOn[row] = day;
    for (const follower of this.#followers[row]!) {
      const its = this.#lanes[this.#laneOf[follower]!]!;
      if (its !== lane && this.#mayFrom[follower]! <= day) this.#mayFrom[follower] = day + 1;
      if (--this.#waiting[follower]! === 0) its.freed(follower);
    }
  }
}
