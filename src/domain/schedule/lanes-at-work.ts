import { LONGEST_DAYS } from '../forecast/working-week.ts';
import { followersOf } from './feasible.ts';
import { LaneAtWork } from './lane-at-work.ts';
import { AT_ONCE, NEVER, type RowsAtWork } from './rows-at-work.ts';
import type { WorkPlan } from './work-plan.ts';

interface WorkedOff {
  readonly lanes: readonly number[];
  readonly places: readonly number[];
  readonly trials: number;
  readonly seed: number;
  /** The last day that is of interest; what is finished later is not looked at. */
  readonly until?: number;
}

/**
 * Some lanes of a plan as their rows are worked off in one trial after another. A lane does one row after the other, always the first in the
 * plan's order that waits for nothing. Where all wait, what would have been delivered is lost. What another lane finished is there the next day,
 * so a lane can go on by itself until it comes to a row that waits for lanes that are not so far yet.
 */
export class LanesAtWork {
  readonly rows: RowsAtWork<LaneAtWork>;
  readonly #lanes: readonly LaneAtWork[];
  readonly #waits: Uint16Array;
  readonly #from: Uint16Array;

  constructor(plan: Pick<WorkPlan, 'lanes' | 'rows'>, { lanes, places, trials, seed, until = LONGEST_DAYS }: WorkedOff) {
    const rows = places.map((place) => plan.rows[place]!);
    const index = new Map(places.map((place, at) => [place, at]));
    const followers = followersOf(plan.rows);
    const among = places.map((place) => followers[place]!.flatMap((follower) => index.get(follower) ?? []));
    const laneOf: LaneAtWork[] = [];
    this.#waits = Uint16Array.from(rows, ({ waitsFor }) => waitsFor!.length); // rows that can be finished wait for such only
    this.#from = Uint16Array.from(rows, ({ from }) => (from > until ? NEVER : from));
    this.rows = {
      finishedOn: new Uint16Array(rows.length * AT_ONCE),
      begunOn: new Uint16Array(rows.length * AT_ONCE),
      laneOf,
      followers: among.map((its) => (its.length > 0 ? its : null)),
      waiting: new Uint16Array(rows.length),
      mayFrom: new Uint16Array(rows.length),
      known: NEVER,
    };
    const teams = [...new Set(plan.lanes.map(({ team }) => team))]; // a team has the same trials whichever others it is worked out with
    this.#lanes = lanes.map((lane) => {
      const queue = Int32Array.from([...rows.keys()].filter((row) => rows[row]!.lane === lane));
      // The lanes of one team come and go together: they have the same trials.
      const shift = teams.indexOf(plan.lanes[lane]!.team);
      const atWork = new LaneAtWork(plan.lanes[lane]!, { queue, rows, atWork: this.rows, trials, seed, shift, until });
      for (const row of queue) laneOf[row] = atWork;
      return atWork;
    });
  }

  /** Goes through some trials from one on, at most {@link AT_ONCE}. */
  run(trial: number, many: number): void {
    const { finishedOn, begunOn, waiting, mayFrom } = this.rows;
    finishedOn.fill(NEVER);
    begunOn.fill(NEVER);
    for (let at = 0; at < many; at++) {
      waiting.set(this.#waits);
      mayFrom.set(this.#from);
      for (const lane of this.#lanes) lane.begin(trial + at);
      this.#runOne(at);
    }
  }

  /** Lets always that lane go on which is least far: all that the others finish before its day is known. */
  #runOne(at: number): void {
    const lanes = this.#lanes;
    const never = NEVER;
    for (;;) {
      let lane = lanes[0]!;
      let known = never;
      for (let n = 1; n < lanes.length; n++) {
        const other = lanes[n]!;
        known = Math.min(known, Math.max(lane.day, other.day));
        if (other.day < lane.day) lane = other;
      }
      if (lane.day === never) return;
      this.rows.known = known;
      lane.goOn(at);
    }
  }
}
