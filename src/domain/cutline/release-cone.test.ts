import { expect, test } from 'vitest';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { ComingWeeks } from '../forecast/coming-weeks.ts';
import { updateRelease } from '../release/update-release.ts';
import { releaseConeOf } from './release-cone.ts';
import { releaseForecastOf } from '../schedule/release-forecast.ts';

const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];

function world(weeks: readonly number[] = WEEKS) {
  const made = planned({ a: 3, unplanned: 4, b: 3 }).delivered(null, weeks);
  const release = made.release('2.4', IN_2_WEEKS);
  made.put(release, 'a', 'b');
  const look = <T>(of: (view: typeof made.workspace, lines: ReturnType<typeof made.lines>, id: string) => T): T => of(made.workspace, made.lines(), release);
  return {
    made,
    release,
    cone: (growth?: number) => look((view, lines) => releaseConeOf(view, lines, { release, growth })),
    forecast: () => look(releaseForecastOf),
  };
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

test('with scope that goes on growing the cone reaches to the days by which the team has caught up with it', () => {
  const { made, cone } = world();
  const outlook = { past: WEEKS, ahead: [1], isCounted: false };
  // In each trial the first day on which what is delivered comes to ten points and two more a week, day by day.
  const days = Array.from({ length: 10_000 }, (_, trial) => {
    const list = new Float64Array(156);
    const weeks = new ComingWeeks(outlook, 1);
    weeks.draw(trial, list);
    for (let day = 1; day <= 780; day++) {
      const whole = Math.floor((day - 1) / 5);
      const delivered = list.slice(0, whole).reduce((all, amount) => all + amount, 0) + (list[whole]! * (day - whole * 5)) / 5;
      if (delivered >= 10 + (2 * day) / 5 - 1e-9) return day;
    }
    return Infinity;
  }).toSorted((a, b) => a - b);
  const today = made.lines().today;
  expect(cone(2)!.days).toEqual([0.5, 0.85, 0.95].map((share) => ({ with: share, day: dayOfWorkingDay(today, days[Math.ceil(share * 10_000) - 1]!) })));
  expect(cone(0)).toEqual(cone());
  expect(cone(2)!.days[1]!.day! > cone()!.days[1]!.day!).toBe(true);
});
