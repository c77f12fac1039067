import { expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { folded } from '../../../test/builders/folded.ts';
import { IN_6_WEEKS } from '../../../test/builders/planned.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setState } from '../backlog/set-state.ts';
import { releaseForecastOf } from '../schedule/release-forecast.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import { releaseHistory } from '../release/release-history.ts';
import { updateRelease } from '../release/update-release.ts';
import { moveInQueue } from './move-in-queue.ts';
import { flowCards, teamFlow, throughputOf } from './team-flow.ts';

const inGroup = (group: string, product = APP) =>
  stateId(
    product,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );

/** A team in flow, with five rows. */
function flowing(wipLimit: number | null): Sprinting {
  const world = new Sprinting({ a: 1, b: 2, c: 3, d: 5, e: 8 });
  world.run(updateTeam, { team: world.web, works: 'flow', wipLimit });
  return world;
}
const flowOf = (world: Sprinting, team = world.web) => {
  const { begun, waiting, next } = teamFlow(world.workspace, team);
  return { begun: world.titles(begun), waiting: world.titles(waiting), next: next && world.titles(next) };
};

test('what is pulled next goes down the queue until the limit is reached, and passes over what waits for something else', () => {
  const world = flowing(3);
  expect(flowOf(world)).toEqual({ begun: '', waiting: 'a b c d e', next: 'a b c' });
  world.run(setState, { items: world.ids('b'), state: inGroup('in-progress') });
  world.blocks('e', 'a');
  expect(flowOf(world)).toEqual({ begun: 'b', waiting: 'a c d e', next: 'c d' });
  world.run(setState, { items: world.ids('c', 'd'), state: inGroup('in-review') });
  expect(flowOf(world)).toEqual({ begun: 'b c d', waiting: 'a e', next: '' }); // what is in review is not done
  world.run(updateTeam, { team: world.web, wipLimit: 2 });
  expect(flowOf(world).next).toBe(''); // more under way than the limit: nothing comes in
  world.run(setState, { items: world.ids('b', 'c', 'd'), state: inGroup('done') });
  expect(flowOf(world)).toEqual({ begun: '', waiting: 'a e', next: 'e' });
  world.run(updateTeam, { team: world.web, wipLimit: null });
  expect(flowOf(world).next).toBeNull();
});

test('its board has what is pulled next, what is under way, and what was done in the last week', () => {
  const world = flowing(2);
  const cards = (today: Day) => world.titles(flowCards(world.workspace, world.web, today).map(({ id }) => id));
  world.run(setState, { items: world.ids('c'), state: inGroup('in-progress') });
  world.run(setState, { items: world.ids('a'), state: inGroup('done') });
  expect(cards('2026-03-02')).toBe('b c a');
  expect([cards('2026-03-08'), cards('2026-03-09')]).toEqual(['b c a', 'b c']);
  world.run(updateTeam, { team: world.web, wipLimit: null });
  expect(cards('2026-03-09')).toBe('b d e c');
});

test('a team of several products has one line across its one queue', () => {
  const world = flowing(2);
  world.run(updateTeam, { team: world.web, products: [APP, WEB] });
  world.add({ w: 1, x: 1 }, { product: WEB });
  expect(flowOf(world)).toEqual({ begun: '', waiting: 'a w b x c d e', next: 'a w' });
  world.run(moveInQueue, { team: world.web, items: world.ids('w', 'x'), place: { after: world.id('b') } });
  expect(flowOf(world)).toEqual({ begun: '', waiting: 'a b w x c d e', next: 'a b' });
  world.run(setState, { items: world.ids('a'), state: inGroup('in-progress') });
  expect(flowOf(world)).toEqual({ begun: 'a', waiting: 'b w x c d e', next: 'b' });
});

test('its capacity is what it does in a week: the median of the last whole weeks, with the worst and the best', () => {
  const world = flowing(3);
  // Wednesdays of the eight weeks before 2 March; the newest one is in a week that is not over.
  world.delivered(world.web, [3, 5, 4, 6, 5, 2, 7, 9]);
  // 3 4 5 5 6 2 7: the middle of seven is 5
  expect(throughputOf(world.workspace, world.web, '2026-03-04')).toEqual({
    unit: 'points',
    amount: { source: 'weeks', rounds: 7, byDays: 5, least: 2, most: 7, byPeople: null },
  });
});

test('lines, forecasts and burndowns do not ask how a team works', () => {
  const answers = (['sprints', 'flow'] as const).map((works) => {
    const world = new Sprinting({ a: 5, b: 5, c: 5, d: 5, e: 5, f: 5, g: 5, h: 5 });
    world.delivered(world.web, [5, 6, 4, 5, 7, 3, 5, 6, 5, 4]);
    world.run(updateTeam, { team: world.web, works, pace: null });
    const release = world.release('2.4', IN_6_WEEKS);
    world.put(release, 'a', 'b', 'c', 'd');
    const forecast = releaseForecastOf(world.workspace, world.lines(), release);
    world.run(updateRelease, { release, state: 'active' });
    world.run(setState, { items: world.ids('a', 'b'), state: inGroup('done') });
    const { days } = folded(world, releaseHistory, { input: { release }, day: dayIn('UTC', world.now) });
    return { taken: world.taken('2.4'), capacity: world.line('2.4').teams.map(({ capacity }) => capacity), forecast, left: days.at(-1) };
  });
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]!.taken).not.toBe('');
  expect(answers[0]!.left).toMatchObject({ scope: { points: 20 }, done: { points: 10 } });
});

test('what was in a sprint when the team went over to flow waits like the rest, and what is parked or done does not', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b');
  world.run(editAny, { in: 'item', id: world.id('c'), values: { parkedAt: world.now } });
  world.run(setState, { items: world.ids('d'), state: inGroup('done') });
  world.run(updateTeam, { team: world.web, works: 'flow', wipLimit: 1 });
  expect(flowOf(world)).toEqual({ begun: '', waiting: 'a b', next: 'a' });
});
