import { dayOfWorkingDay } from '../capacity/capacity.ts';
import type { LikelyDay } from '../cutline/release-days.ts';
import { TOLD } from '../forecast/told.ts';
import type { Day } from '../kernel/day.ts';
import type { Expected, FinishDays, Simulated } from './simulate.ts';
import type { WorkPlan } from './work-plan.ts';

/** When something is likely begun and finished. */
export interface Expectation {
  readonly isUnderWay: boolean;
  /** Null: it is under way, or it is not begun within three years. */
  readonly start: Day | null;
  readonly days: readonly LikelyDay[];
  /** Teams with too little history, whose pace was assumed: what only they do is finished on one day and not in a range. */
  readonly paced: readonly string[];
}

/** When the rows of a product, and what is made of several of them, are likely begun and finished. */
export class Schedule {
  readonly plan: WorkPlan;
  readonly simulated: Simulated;
  readonly #places: ReadonlyMap<string, number>;
  readonly #groups: ReadonlyMap<string, number>;

  constructor(plan: WorkPlan, simulated: Simulated) {
    this.plan = plan;
    this.simulated = simulated;
    this.#places = new Map(plan.rows.map(({ id }, place) => [id, place]));
    this.#groups = new Map(plan.groups.map(({ id }, group) => [id, group]));
  }

  /** What is expected of a row, or of all rows below a parent or in a release; null: nobody can say. */
  of(id: string): Expectation | null {
    const group = this.#groups.get(id);
    if (group !== undefined) return this.#told(this.simulated.groups[group]!, this.plan.groups[group]!.rows);
    const place = this.#places.get(id);
    return place === undefined ? null : this.#told(this.simulated.rows[place]!, [place]);
  }

  /** By which days everything down to a row of the backlog is finished, with it; what nobody can say anything of is left out. */
  downTo(id: string): readonly LikelyDay[] | null {
    const place = this.#places.get(id);
    const finish = place === undefined ? null : this.simulated.upTo[place]!;
    return finish && this.#days(finish);
  }

  /** The chance that a row is finished in time for its release. */
  chanceOf(id: string): number | null {
    const group = this.#groups.get(id);
    const expected = group === undefined ? this.simulated.rows[this.#places.get(id) ?? -1] : this.simulated.groups[group];
    return expected?.chance ?? null;
  }

  #told(expected: Expected | null, places: readonly number[]): Expectation | null {
    if (expected === null) return null;
    const { start, finish } = expected;
    const lanes = places.map((place) => this.plan.lanes[this.plan.rows[place]!.lane]!);
    return {
      isUnderWay: start === 0,
      start: start === null || start === 0 ? null : dayOfWorkingDay(this.plan.today, start),
      days: this.#days(finish),
      paced: [...new Set(lanes.filter(({ outlook }) => outlook === null).map(({ team }) => team))],
    };
  }

  #days(finish: FinishDays): LikelyDay[] {
    return finish.map((day, at) => ({ with: TOLD[at]!, day: day === null ? null : dayOfWorkingDay(this.plan.today, day) }));
  }
}

/** The day by which something is finished with a chance that is told; null: not within three years. */
export const dayWith = (share: number, days: readonly LikelyDay[]): Day | null => days.find((one) => one.with === share)?.day ?? null;
