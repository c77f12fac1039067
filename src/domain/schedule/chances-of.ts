import { chanceOf } from '../forecast/delivered.ts';
import { totalsWithin, TRIALS } from '../forecast/totals.ts';
import { reachedAlone } from './alone.ts';
import { feasibleRows, lanesTogether } from './feasible.ts';
import { LanesAtWork } from './lanes-at-work.ts';
import { AT_ONCE } from './rows-at-work.ts';
import { isAlone } from './simulate.ts';
import type { WorkPlan } from './work-plan.ts';

type Work = Pick<WorkPlan, 'lanes' | 'rows'>;

/** How likely are all of some rows, by their places, finished by a day? */
export interface Ask {
  readonly rows: readonly number[];
  readonly by: number;
}

/**
 * How likely each of several things is, from the trials that {@link simulate} goes through, with pauses. No trial is gone on with after the last
 * day that is asked for, so that the cost follows what is done by then. What waits for something that is not among the rows is not finished.
 */
export function* chancesOf(work: Work, asks: readonly Ask[]): Generator<void, number[]> {
  const feasible = feasibleRows(work);
  const chances = asks.map(({ rows }): number => (rows.length > 0 && rows.every((row) => feasible[row]) ? 1 : 0));
  for (const lanes of lanesTogether(work, feasible)) {
    const places = [...work.rows.keys()].filter((place) => feasible[place] && lanes.includes(work.rows[place]!.lane));
    const asked = asksAmong(asks, { places, chances });
    if (asked.length === 0) continue;
    const shares = isAlone(work, places) ? alone(work, { places, asked }) : yield* together(work, { lanes, places, asked });
    for (const [at, { ask }] of asked.entries()) chances[ask] = chances[ask]! * shares[at]!; // teams that have nothing to do with each other are independent
  }
  return chances;
}

/** What is asked of some of the rows: which of them, by their places among those, and by when. */
interface Asked {
  readonly ask: number;
  readonly rows: readonly number[];
  readonly by: number;
}

function asksAmong(asks: readonly Ask[], { places, chances }: { places: readonly number[]; chances: readonly number[] }): Asked[] {
  const index = new Map(places.map((place, at) => [place, at]));
  return asks.flatMap(({ rows, by }, ask) => {
    const own = chances[ask] === 0 ? [] : rows.flatMap((row) => index.get(row) ?? []);
    return own.length > 0 ? [{ ask, rows: own, by }] : [];
  });
}

/** Where a team waits for no other, it need only have delivered enough. */
function alone(work: Work, { places, asked }: { places: readonly number[]; asked: readonly Asked[] }): number[] {
  const reached = reachedAlone(work, places);
  const { outlook } = work.lanes[work.rows[places[0]!]!.lane]!;
  return asked.map(({ rows, by }) => (by < 1 ? 0 : chanceOf(Math.max(...rows.map((row) => reached.get(places[row]!)!)), totalsWithin(outlook!, by)))); // one without is not alone
}

/** Between two pauses so many trials are gone through, at least: some milliseconds. */
const TRIALS_AT_ONCE = 8 * AT_ONCE;

function* together(
  work: Work,
  { lanes, places, asked }: { lanes: readonly number[]; places: readonly number[]; asked: readonly Asked[] },
): Generator<void, number[]> {
  // Where nothing is drawn, all trials are the same.
  const trials = lanes.some((lane) => work.lanes[lane]!.outlook !== null) ? TRIALS.trials : 1;
  const atWork = new LanesAtWork(work, { lanes, places, trials, seed: TRIALS.seed, until: Math.max(...asked.map(({ by }) => by)) });
  const counts = asked.map(() => 0);
  for (let trial = 0; trial < trials; trial += AT_ONCE) {
    const many = Math.min(AT_ONCE, trials - trial);
    atWork.run(trial, many);
    for (const [at, one] of asked.entries()) counts[at] = counts[at]! + inTime(atWork.rows.finishedOn, one, many);
    if (trial % TRIALS_AT_ONCE === 0) yield;
  }
  return counts.map((count) => count / trials);
}

/** In how many of the last trials all of some rows are finished in time. */
function inTime(finishedOn: Uint16Array, { rows, by }: Asked, many: number): number {
  const first = rows.map((row) => row * AT_ONCE);
  let count = 0;
  for (let at = 0; at < many; at++) {
    let row = 0;
    while (row < first.length && finishedOn[first[row]! + at]! <= by) row++;
    if (row === first.length) count++;
  }
  return count;
}
