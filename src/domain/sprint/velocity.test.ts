import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { folded } from '../../../test/builders/folded.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { capacityOfTeam } from '../capacity/team-capacity.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import { closeSprint } from './close-sprint.ts';
import { velocity, type Velocity } from './velocity.ts';

const told = (world: Sprinting): Velocity => folded(world, velocity, { input: { team: world.web }, day: '2026-03-02' });

/** A sprint with these cards, of which some are done before it closes. */
function round(world: Sprinting, planned: readonly string[], done: readonly string[]): void {
  const sprint = world.sprint();
  world
    .plan(sprint, ...planned)
    .start(sprint)
    .later(2);
  world.run(setState, { items: world.ids(...done), state: stateIn(world.workspace, APP, 'done')!.id });
  world.run(closeSprint, { sprint, unfinished: 'backlog' });
}

test('velocity is what was done in each closed sprint, with the middle, the least and the most, worked out by hand here', () => {
  const world = new Sprinting({ a: 5, b: 3, c: 8, d: 2, e: 13 });
  expect(told(world)).toEqual({ sprints: [], range: null });
  round(world, ['a', 'b'], ['a']);
  round(world, ['b', 'c'], ['b', 'c']);
  round(world, ['d', 'e'], ['d']);
  const { sprints, range } = told(world);
  expect(sprints.map(({ committed, done }) => [committed.points, done.points, done.items])).toEqual([
    [8, 5, 1],
    [11, 11, 2],
    [15, 2, 1],
  ]);
  expect(range).toMatchObject({ points: { median: 5, least: 2, most: 11, sprints: 3 }, items: { median: 1, least: 1, most: 2 } });
});

test('what happens to the items later does not change the velocity of a sprint that is closed', () => {
  const world = new Sprinting({ a: 5, b: 3 });
  round(world, ['a', 'b'], ['a']);
  const then = told(world);
  world.run(editAny, { in: 'item', id: world.id('a'), values: { estimate: { kind: 'points', value: 100 } } });
  world.run(setState, { items: world.ids('a'), state: stateIn(world.workspace, APP, 'backlog')!.id });
  expect(told(world)).toEqual(then);
});

test('the range is that of the six newest sprints, of twelve that are told', () => {
  const names = Array.from({ length: 14 }, (_, at) => `s${at}`);
  const world = new Sprinting(Object.fromEntries(names.map((name, at) => [name, at])));
  for (const name of names) round(world, [name], [name]);
  const { sprints, range } = told(world);
  expect(sprints.map(({ done }) => done.points)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(range?.points).toEqual({ median: 10.5, least: 8, most: 13, sprints: 6 });
});

test('a capacity is taken from velocities as they were when the sprints were closed, not from what became of their items', () => {
  const world = new Sprinting({ a: 5, b: 3, c: 8, d: 2 });
  for (const title of ['a', 'b', 'c']) {
    round(world, [title], [title]);
    world.later(14);
  }
  const amount = () => capacityOfTeam(world.workspace, world.web, { from: '2026-06-01', to: '2026-06-12' }).amount;
  const then = amount();
  expect(then).toMatchObject({ source: 'velocity', rounds: 3 });
  world.run(editAny, { in: 'item', id: world.id('a'), values: { estimate: { kind: 'points', value: 100 } } });
  world.run(setState, { items: world.ids('b', 'c'), state: stateIn(world.workspace, APP, 'backlog')!.id });
  expect(amount()).toEqual(then);
});
