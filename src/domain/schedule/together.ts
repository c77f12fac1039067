import { TRIALS } from '../forecast/totals.ts';
import { Finishing } from '../forecast/finishing.ts';
import { LONGEST_DAYS } from '../forecast/working-week.ts';
import { groupsAmong, type Part } from './part.ts';
import { LanesAtWork } from './lanes-at-work.ts';
import type { WorkPlan } from './work-plan.ts';

/** Between two pauses so many rows are gone through, in as many trials: some milliseconds. */
const ROWS_AT_ONCE = 20_000;

/** Lanes that wait for each other, or that are held up until some day: every trial is gone through day by day. */
export function* together(plan: WorkPlan, { lanes, places }: { lanes: readonly number[]; places: readonly number[] }): Generator<void, Part> {
  const own = new Set(places);
  const rows = plan.byRank.filter((place) => own.has(place));
  const groups = groupsAmong(plan.groups, rows);
  // Where nothing is drawn, all trials are the same.
  const trials = lanes.some((lane) => plan.lanes[lane]!.outlook !== null) ? TRIALS.trials : 1;
  const work = new LanesAtWork(plan, { lanes, places, trials, seed: TRIALS.seed });
  const days = new DaysCounted(2 * places.length + groups.size, trials);
  const starts = new DaysCounted(places.length, trials);
  const index = new Map(places.map((place, at) => [place, at]));
  const ranked = rows.map((place) => index.get(place)!);
  const members = Array.from(groups.values(), (among) => among.map((at) => ranked[at]!));
  for (let trial = 0; trial < trials;) {
    for (const end = Math.min(trials, trial + Math.ceil(ROWS_AT_ONCE / places.length)); trial < end; trial++) {
      work.run(trial);
      days.take(work.finishedOn, { ranked, groups: members });
      starts.take(work.begunOn, { ranked: [], groups: [] });
    }
    yield;
  }
  const finishing = days.finishing();
  yield;
  const begun = starts.finishing();
  return {
    finishing,
    rows,
    row: ranked,
    upTo: ranked.map((_, at) => places.length + at),
    groups: new Map(Array.from(groups.keys(), (group, at) => [group, 2 * places.length + at])),
    starts: ranked.map((at) => (plan.rows[places[at]!]!.isUnderWay ? 0 : begun.dayWith(0.5, at))),
  };
}

/** In how many trials each row, all rows down to each and each group are finished on each day. */
class DaysCounted {
  readonly #trials: number;
  readonly #counts: Uint16Array;
  readonly #many: number;

  constructor(many: number, trials: number) {
    this.#many = many;
    this.#trials = trials;
    this.#counts = new Uint16Array(many * (LONGEST_DAYS + 2));
  }

  /** `days` has {@link LONGEST_DAYS} + 1 for what is not finished within three years. */
  take(days: Uint16Array, { ranked, groups }: { ranked: readonly number[]; groups: readonly (readonly number[])[] }): void {
    const counts = this.#counts;
    let at = 0;
    for (let row = 0; row < days.length; row++, at += WIDTH) counts[at + days[row]!]!++;
    let last = 0;
    for (let row = 0; row < ranked.length; row++, at += WIDTH) {
      const day = days[ranked[row]!]!;
      if (day > last) last = day;
      counts[at + last]!++;
    }
    for (let group = 0; group < groups.length; group++, at += WIDTH) {
      const rows = groups[group]!;
      let end = 0;
      for (let row = 0; row < rows.length; row++) {
        const day = days[rows[row]!]!;
        if (day > end) end = day;
      }
      counts[at + end]!++;
    }
  }

  /** From on which day to by which day. */
  finishing(): Finishing {
    const counts = this.#counts;
    for (let row = 0; row < this.#many; row++) for (let at = row * WIDTH + 1; at < (row + 1) * WIDTH - 1; at++) counts[at]! += counts[at - 1]!;
    return new Finishing(this.#trials, (row, day) => counts[row * WIDTH + day]!);
  }
}

const WIDTH = LONGEST_DAYS + 2;
