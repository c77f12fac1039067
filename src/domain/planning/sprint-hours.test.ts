import { expect, test } from 'vitest';
import { APP, CAST, stateId, type Name } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setShare } from '../capacity/set-share.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { Day } from '../kernel/day.ts';
import { addHolidays } from '../team/holidays.ts';
import { addToTeam } from '../team/memberships.ts';
import { addTimeOff } from '../team/time-off.ts';
import { agreementOf } from './agreement.ts';
import { sprintHours } from './sprint-hours.ts';
import { loadOf } from './sprint-load.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const FIRST: Day = '2026-03-02'; // a Monday; the sprint ends on Friday of the next week

const hoursOf = (world: Sprinting, sprint: string, today = FIRST) => sprintHours(world.workspace, world.get(sprint), today);
const agreement = (world: Sprinting, sprint: string, today = FIRST) => agreementOf(loadOf(world.workspace, world.get(sprint)), hoursOf(world, sprint, today));
const join = (world: Sprinting, who: Name, given: { share?: number; hoursPerDay?: number; team?: string } = {}) =>
  world.run(addToTeam, { team: world.web, member: CAST[who].id, share: 100, hoursPerDay: 6, ...given });
const edit = (world: Sprinting, title: string, values: Record<string, unknown>) => world.run(editAny, { in: 'item', id: world.id(title), values });
/** A task under a story, `story/task`, with hours as first thought, left and spent. */
function task(world: Sprinting, path: string, [original, remaining, spent]: readonly (number | null)[]): void {
  const [under, title] = path.split('/') as [string, string];
  world.add({ [title]: null }, { type: 'task', parent: world.id(under) });
  edit(world, title, { estimate: { kind: 'hours', original: original ?? null, remaining: remaining ?? null, spent: spent ?? null } });
}
const people = (world: Sprinting, sprint: string, today = FIRST) =>
  hoursOf(world, sprint, today).people.map(({ member, load, capacity }) => [
    member === null ? null : world.workspace.get('member', member).name.split(' ')[0],
    load,
    capacity,
  ]);

/** Stories a (5), b (3), c (2) in a sprint of ten days; Tom is there all day, Pia for half of it. */
function broken(): { world: Sprinting; sprint: string } {
  const world = new Sprinting({ a: 5, b: 3, c: 2 });
  const sprint = world.sprint();
  join(world, 'tom');
  join(world, 'pia', { share: 50 });
  world.plan(sprint, 'a', 'b', 'c');
  return { world, sprint };
}

test('hours are what the tasks say is left, a task that nobody has is its story’s, and what is done has none', () => {
  const { world, sprint } = broken();
  expect(hoursOf(world, sprint)).toMatchObject({ load: 0, capacity: 90, unsaid: 3 }); // 10 days × 6 h, and half of that
  edit(world, 'a', { assignee: CAST.tom.id });
  task(world, 'a/a1', [8, 5, 4]);
  task(world, 'a/a2', [6]);
  task(world, 'a/a3', [3, 3]);
  task(world, 'b/b1', [12]);
  edit(world, 'a2', { assignee: CAST.ada.id });
  edit(world, 'a3', { state: DONE });
  // 5 + 6 + 0 + 12; c says nothing
  expect(hoursOf(world, sprint)).toMatchObject({ load: 23, unsaid: 1 });
  expect(people(world, sprint)).toEqual([
    ['Tom', 5, 60],
    ['Pia', 0, 30],
    ['Ada', 6, null],
    [null, 12, null],
  ]);
  edit(world, 'c', { estimate: { kind: 'hours', original: 4, remaining: null, spent: null } });
  expect(hoursOf(world, sprint)).toMatchObject({ load: 27, unsaid: 0 });
  for (const title of ['a1', 'a2']) edit(world, title, { state: DONE });
  expect(hoursOf(world, sprint)).toMatchObject({ load: 16, unsaid: 0 }); // a is open, and nothing of it is left
});

test('the hours of people are those of the days still to come, less holidays and time off, by their share', () => {
  const { world, sprint } = broken();
  world.run(addHolidays, { team: world.web, holidays: [{ name: 'Town day', from: '2026-03-06', to: '2026-03-06' }] });
  world.run(addTimeOff, { member: CAST.tom.id, from: '2026-03-05', to: '2026-03-09' }); // Thursday, the holiday, a weekend and Monday
  // Nine days: Tom has seven of them, Pia half of nine.
  expect(people(world, sprint).map(([, , capacity]) => capacity)).toEqual([42, 27, null]);
  expect(hoursOf(world, sprint).daysOff).toBe(2);
  // From Wednesday of the second week three days are left.
  expect(people(world, sprint, '2026-03-11').map(([, , capacity]) => capacity)).toEqual([18, 9, null]);
  expect(hoursOf(world, sprint, '2026-03-14').capacity).toBe(0);
  expect(hoursOf(world, sprint, '2026-02-01').capacity).toBe(69);
});

test('what the team keeps for unplanned work is taken off the hours as off the points; shares of categories are not', () => {
  const { world, sprint } = broken();
  world.run(setShare, { team: world.web, category: null, percent: 20 });
  world.run(setShare, { team: world.web, category: 'technical-debt', percent: 30 });
  expect(people(world, sprint).map(([, , capacity]) => capacity)).toEqual([48, 24, null]); // of 60 and 30
  expect(hoursOf(world, sprint).capacity).toBe(72);
});

test('who works in two teams is not counted twice', () => {
  const { world, sprint } = broken();
  const other = world.team('Zeta', 10, [APP]);
  join(world, 'tom', { team: other });
  const there = world.sprint({}, other);
  expect(people(world, sprint)[0]).toEqual(['Tom', 0, 30]);
  expect(people(world, there)[0]).toEqual(['Tom', 0, 30]);
});

test('points and hours say together whether it fits, and what is over is so whatever is missing', () => {
  const { world, sprint } = broken(); // 10 of 10 points, 90 hours
  expect(agreement(world, sprint)).toEqual({ code: 'no-hours' });
  task(world, 'a/a1', [50]);
  expect(agreement(world, sprint)).toEqual({ code: 'hours-missing', cards: 2, hours: 40 });
  task(world, 'b/b1', [20]);
  task(world, 'c/c1', [15]);
  expect(agreement(world, sprint)).toEqual({ code: 'both-fit', points: 0, hours: 5 });
  world.run(addTimeOff, { member: CAST.tom.id, from: '2026-03-02', to: '2026-03-03' });
  expect(agreement(world, sprint)).toEqual({ code: 'hours-over', points: 0, hours: 7, daysOff: 2 });
  edit(world, 'c', { estimate: { kind: 'points', value: 4 } });
  expect(agreement(world, sprint)).toEqual({ code: 'both-over', points: 2, hours: 7 });
  edit(world, 'a1', { estimate: { kind: 'hours', original: 10, remaining: 10, spent: null } });
  expect(agreement(world, sprint)).toEqual({ code: 'points-over', points: 2, hours: 33 });
  world.run(editAny, { in: 'team', id: world.web, values: { pace: null } });
  expect(agreement(world, sprint)).toEqual({ code: 'no-pace' });
});

test('without people, hours say nothing; with none of them there, there are none', () => {
  const world = new Sprinting({ a: 5 });
  const sprint = world.sprint();
  world.plan(sprint, 'a');
  expect([hoursOf(world, sprint).capacity, agreement(world, sprint)]).toEqual([null, { code: 'no-people' }]);
  join(world, 'tom');
  world.run(addHolidays, { team: world.web, holidays: [{ name: 'Closed', from: '2026-02-20', to: '2026-03-20' }] });
  task(world, 'a/a1', [1]);
  expect([hoursOf(world, sprint).capacity, agreement(world, sprint)]).toEqual([0, { code: 'both-over', points: 5, hours: 1 }]);
});
