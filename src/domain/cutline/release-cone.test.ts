import { expect, test } from 'vitest';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { updateRelease } from '../release/update-release.ts';
import { releaseConeOf } from './release-cone.ts';
import { releaseForecastOf } from './release-forecast.ts';

const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];

function world(weeks: readonly number[] = WEEKS) {
  const made = planned({ a: 3, unplanned: 4, b: 3 }).delivered(null, weeks);
  const release = made.release('2.4', IN_2_WEEKS);
  made.put(release, 'a', 'b');
  const look = <T>(of: (view: typeof made.workspace, lines: ReturnType<typeof made.lines>, id: string) => T): T => of(made.workspace, made.lines(), release);
  return { made, release, cone: () => look(releaseConeOf), forecast: () => look(releaseForecastOf) };
}

test('the cone of a release ends on the days of its forecast', () => {
  const { cone, forecast } = world();
  expect(cone()).toEqual({ days: forecast().days, held: [] });
  expect(cone()!.days).toHaveLength(3);
});

test('where a row is held, the cone is about the others and names it; the probability of the release stays unknown', () => {
  const { made, cone, forecast } = world();
  made.add({ blocker: 1 }).blocks('blocker', 'b');
  expect(forecast()).toMatchObject({ chance: null, days: [] });
  const alone = world();
  alone.made.put(null, 'b');
  // Only `a`, three points and the first of all, is left to do.
  expect(cone()).toEqual({ days: alone.cone()!.days, held: made.ids('b') });
});

test('there is no cone without a date, with too little history, and where nothing can be worked on', () => {
  const { made, release, cone } = world();
  made.add({ blocker: 1 }).blocks('blocker', 'a').blocks('blocker', 'b');
  expect(cone()).toBeNull();
  made.run(updateRelease, { release, dueOn: null });
  expect(cone()).toBeNull();
  expect(world(WEEKS.slice(0, 5)).cone()).toBeNull();
});
