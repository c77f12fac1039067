import { describe, expect, test } from 'vitest';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { deliveredWith } from '../forecast/delivered.ts';
import { deliveredWithin } from '../forecast/delivered-within.ts';
import { addDays, weekdaysBetween, type Day } from '../kernel/day.ts';
import { updateRelease } from '../release/update-release.ts';
import { TOLD } from '../forecast/told.ts';
import { releaseForecastOf } from './release-forecast.ts';

const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];
const TODAY: Day = '2026-03-02';
const delivers = (until: Day, confidence: number) =>
  Math.floor(
    deliveredWith(confidence, deliveredWithin({ past: WEEKS, ahead: [1], isCounted: false }, weekdaysBetween(TODAY, until), { trials: 10_000, seed: 1 })),
  );

/** A release whose two rows come after an unplanned one: ten points in all. */
function world(weeks: readonly number[] = WEEKS) {
  const made = planned({ a: 3, unplanned: 4, b: 3 }).delivered(null, weeks);
  const release = made.release('2.4', IN_2_WEEKS);
  made.put(release, 'a', 'b');
  return { made, release, ask: () => releaseForecastOf(made.workspace, made.lines(), release) };
}

describe('the forecast of a release', () => {
  test('tells the first days by which all that comes up to its last row is delivered so likely', () => {
    const { days } = world().ask();
    expect(days.map((one) => one.with)).toEqual([...TOLD]);
    for (const { with: share, day } of days) {
      expect(delivers(day!, share)).toBeGreaterThanOrEqual(10);
      expect(delivers(addDays(day!, -1), share)).toBeLessThan(10);
    }
  });

  test('agrees with its line: with the date on the 85 % day everything fits, with the day before it does not', () => {
    const { made, release, ask } = world();
    const { day } = ask().days[1]!;
    for (const [dueOn, fits] of [
      [day!, true],
      [addDays(day!, -1), false],
    ] as const) {
      made.run(updateRelease, { release, dueOn });
      expect(ask().chance! >= 0.85).toBe(fits);
      expect(made.line('2.4').takeOut.length === 0).toBe(fits);
    }
  });

  test('is none where a row is held, where there is too little history, and without a date; that is said', () => {
    const { made, release, ask } = world();
    made.add({ blocker: 1 }).blocks('blocker', 'a');
    expect(ask()).toMatchObject({ chance: null, days: [] });
    made.run(updateRelease, { release, dueOn: null });
    expect(ask()).toEqual({ release, confidence: 0.85, chance: null, days: [], teams: [] });
    expect(world(WEEKS.slice(0, 5)).ask()).toMatchObject({ chance: null, days: [], teams: [{ weeks: 5, isEnough: false }] });
  });
});
