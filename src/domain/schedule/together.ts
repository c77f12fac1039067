import { TRIALS } from '../forecast/totals.ts';
import { DaysCounted } from './days-counted.ts';
import { LanesAtWork } from './lanes-at-work.ts';
import { groupsAmong, type Part } from './part.ts';
import { AT_ONCE } from './rows-at-work.ts';
import type { WorkPlan } from './work-plan.ts';

/** Between two pauses so many rows are gone through, in as many trials: some milliseconds. */
const ROWS_AT_ONCE = 20_000;

/** Lanes that wait for each other, or that are held up until some day: every trial is gone through. */
export function* together(plan: WorkPlan, { lanes, places }: { lanes: readonly number[]; places: readonly number[] }): Generator<void, Part> {
  const own = new Set(places);
  const rows = plan.byRank.filter((place) => own.has(place));
  const groups = groupsAmong(plan.groups, rows);
  // Where nothing is drawn, all trials are the same.
  const trials = lanes.some((lane) => plan.lanes[lane]!.outlook !== null) ? TRIALS.trials : 1;
  const work = new LanesAtWork(plan, { lanes, places, trials, seed: TRIALS.seed });
  const index = new Map(places.map((place, at) => [place, at]));
  const ranked = rows.map((place) => index.get(place)!);
  const members = Array.from(groups.values(), (among) => among.map((at) => ranked[at]!));
  const days = new DaysCounted(places.length, { trials, ranked, groups: members });
  const starts = new DaysCounted(places.length, { trials, ranked: [], groups: [] });
  let sincePause = 0;
  for (let trial = 0; trial < trials; trial += AT_ONCE) {
    const many = Math.min(AT_ONCE, trials - trial);
    work.run(trial, many);
    const isFull = [days.take(work.rows.finishedOn, many), starts.take(work.rows.begunOn, many)].includes(true);
    sincePause += many * places.length;
    if (isFull || sincePause >= ROWS_AT_ONCE) yield void (sincePause = 0);
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
