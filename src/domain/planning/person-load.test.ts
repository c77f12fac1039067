import { expect, test } from 'vitest';
import { APP, CAST, type Name } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { addToTeam } from '../team/memberships.ts';
import { addTimeOff } from '../team/time-off.ts';
import { personLoads } from './person-load.ts';

const loads = (world: Sprinting, sprint: string) =>
  personLoads(world.workspace, world.get(sprint)).map(({ member, load, capacity }) => [member === null ? 'nobody' : nameOf(world, member), load, capacity]);
const nameOf = (world: Sprinting, member: string) => world.workspace.get('member', member).name.split(' ')[0];
const give = (world: Sprinting, who: Name, ...titles: string[]) => {
  for (const title of titles) world.run(editAny, { in: 'item', id: world.id(title), values: { assignee: CAST[who].id } });
};
const join = (world: Sprinting, who: Name, given: { share?: number; team?: string } = {}) =>
  world.run(addToTeam, { team: world.web, member: CAST[who].id, share: 100, hoursPerDay: 6, ...given });

test('everybody’s load stands against their part of the team’s capacity, by the days that they are there for it', () => {
  const world = new Sprinting({ a: 1, b: 2, c: 3, d: 5, e: 8, guess: null });
  const sprint = world.sprint(); // ten working days from Monday, 10 points
  join(world, 'tom');
  join(world, 'pia', { share: 50 });
  world.plan(sprint, 'a', 'b', 'd', 'guess');
  give(world, 'tom', 'a', 'd');
  give(world, 'ada', 'b');
  // 10 and 5 days: two thirds and one third of 10. Ada is not in the team; the guess is 3, the middle of what is estimated.
  expect(loads(world, sprint)).toEqual([
    ['Tom', 6, 6.667],
    ['Pia', 0, 3.333],
    ['Ada', 2, null],
    ['nobody', 3, null],
  ]);
  // Five of Tom's ten days are off: both are there for five days.
  world.run(addTimeOff, { member: CAST.tom.id, from: '2026-03-02', to: '2026-03-06' });
  expect(loads(world, sprint).slice(0, 2)).toEqual([
    ['Tom', 6, 5],
    ['Pia', 0, 5],
  ]);
});

test('who works in two teams is counted once: shares of more than all are cut in proportion', () => {
  const world = new Sprinting();
  const sprint = world.sprint();
  const other = world.team('Zeta', 10, [APP]);
  join(world, 'tom');
  join(world, 'tom', { team: other });
  join(world, 'pia', { share: 50 });
  // Tom is there for five days of ten, as Pia is.
  expect(loads(world, sprint).map(([, , capacity]) => capacity)).toEqual([5, 5, null]);
});

test('where everybody is away nobody has a part, and where the team’s capacity is not known no part is known', () => {
  const world = new Sprinting();
  const sprint = world.sprint();
  join(world, 'tom');
  world.run(addTimeOff, { member: CAST.tom.id, from: '2026-03-01', to: '2026-04-01' });
  expect(loads(world, sprint)).toEqual([
    ['Tom', 0, 0],
    ['nobody', 0, null],
  ]);
  world.run(editAny, { in: 'team', id: world.web, values: { pace: null } });
  expect(loads(world, sprint)[0]).toEqual(['Tom', 0, null]);
});
