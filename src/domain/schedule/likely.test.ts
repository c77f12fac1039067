import { expect, test } from 'vitest';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { ComingWeeks } from '../forecast/coming-weeks.ts';
import { toEnd } from '../kernel/pausing.ts';
import { itemForecast } from './item-forecast.ts';
import { likelyFrom, workToLikely } from './likely-work.ts';
import { releaseForecastOf } from './release-forecast.ts';

const WEB = [4, 6, 5, 7, 3, 6, 5, 8];
const ZETA = [6, 3, 5, 4, 6, 5, 7, 4];
const TRIALS = 10_000;

/** Web's `last` needs what Zeta does before it; until then Web has nothing to do. */
function world() {
  const made = planned({}).delivered(null, WEB);
  const zeta = made.team('Zeta', 10);
  made.delivered(zeta, ZETA).add({ before: 4 }, { team: zeta }).add({ last: 2 });
  made.put(made.release('2.4', IN_2_WEEKS), 'before', 'last').blocks('before', 'last');
  return made;
}

/** By the end of which of the ten days a team has delivered so much in a trial, from one day on; 11: on none. A week's work comes evenly over its days. */
function dayWith(past: readonly number[], trial: number, { amount, from }: { amount: number; from: number }): number {
  const weeks = new Float64Array(2);
  new ComingWeeks({ past, ahead: [1], isCounted: false }, 1).draw(trial, weeks);
  const by = (day: number) => (day <= 5 ? (weeks[0]! * day) / 5 : weeks[0]! + (weeks[1]! * (day - 5)) / 5);
  for (let day = from; day <= 10; day++) if (by(day) - by(from - 1) >= amount - 1e-6) return day;
  return 11;
}

test('what waits for another team is as likely as trials counted one by one say: Web begins on the day after Zeta is done, and what it could have done before is lost', () => {
  const made = world();
  let inTime = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    // The trials of two teams are not those of one number, which would be equally lucky.
    const done = dayWith(ZETA, (trial + 7919) % TRIALS, { amount: 4, from: 1 });
    if (done <= 9 && dayWith(WEB, trial, { amount: 2, from: done + 1 }) <= 10) inTime++;
  }
  const { items, releases } = toEnd(likelyFrom(workToLikely(made.workspace, made.lines())!));
  const release = made.line('2.4').release;
  expect(inTime / TRIALS).toBeLessThan(0.9);
  expect(items[made.id('last')]).toEqual({ line: release, chance: inTime / TRIALS });
  expect(releases).toEqual({ [release]: inTime / TRIALS });
  expect(itemForecast.of(made.workspace, { item: made.id('last') }, { now: made.now }).chance).toBe(inTime / TRIALS);
  expect(releaseForecastOf(made.workspace, made.lines(), release).chance).toBe(inTime / TRIALS);
});

test('where nobody waits for anybody nothing is tried', () => {
  const apart = planned({ a: 1, b: 2 }).delivered(null, WEB);
  apart.put(apart.release('2.4', IN_2_WEEKS), 'a', 'b').blocks('a', 'b');
  expect(workToLikely(apart.workspace, apart.lines())).toBeNull(); // one team does both, one after the other
});
