import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { rollUpOf } from './roll-up.ts';

const DONE = stateId(APP, 4);
const DECLINED = stateId(APP, 5);
const of = (world: World, title: string) => rollUpOf(world.workspace, world.item(title));

function family(): World {
  const world = backlog().add({ epic: null }, { type: 'epic' });
  world.add({ feature: 20 }, { type: 'feature', parent: world.id('epic') });
  world.add({ story: 3.1, other: 0.2 }, { parent: world.id('feature') }).add({ chore: null }, { type: 'chore', parent: world.id('epic') });
  return world.add({ task: null }, { type: 'task', parent: world.id('story') });
}

test('an item with nothing below it has no roll-up', () => {
  expect(of(backlog({ a: 1 }), 'a')).toBeNull();
});

test('what is delivered on its own counts, parents between and tasks do not', () => {
  expect(of(family(), 'epic')).toMatchObject({ parts: 3, done: 0, points: 3.3, unestimated: 1 });
  expect(of(family(), 'feature')).toMatchObject({ parts: 2, points: 3.3, unestimated: 0 });
});

test('a story is made of its tasks', () => {
  expect(of(family(), 'story')).toMatchObject({ parts: 1, points: 0, unestimated: 1 });
});

test('what is done is counted as done, what is declined not at all', () => {
  const world = family();
  world.add({ shipped: 5, idea: null }, { parent: world.id('feature'), state: DONE }).add({ no: 8 }, { parent: world.id('feature'), state: DECLINED });
  expect(of(world, 'feature')).toMatchObject({ parts: 4, done: 2, points: 8.3, pointsDone: 5, unestimated: 0 });
});

test('points, hours and sizes are never added to each other', () => {
  const world = family();
  const parent = world.id('epic');
  world
    .add({ m: null }, { parent, estimate: { kind: 'size', value: 'M' } })
    .add({ h: null }, { parent, estimate: { kind: 'hours', original: 8, remaining: 3, spent: 5 } });
  world.add({ hd: null }, { parent, estimate: { kind: 'hours', original: 4, remaining: 1, spent: 3 }, state: DONE });
  expect(of(world, 'epic')).toMatchObject({ points: 3.3, hours: 12, hoursLeft: 3, sizes: { M: 1 } });
});
