import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { parkItems, unparkItems } from './park-items.ts';
import { positionOf } from './move-items.ts';
import { setParent } from './set-parent.ts';
import { setState } from './set-state.ts';
import { createState, updateState } from './states.ts';
import { trashItems } from './trash-items.ts';

/** a, an epic E with the stories s and r, and b; s has a task t. */
function world(): World {
  const made = backlog({ a: 1 }).add({ E: null }, { type: 'epic' }).add({ s: 1, r: 1, b: 1 });
  made.run(setParent, { items: made.ids('s', 'r'), parent: made.id('E') });
  return made.add({ t: null }, { type: 'task', parent: made.id('s') });
}

test('ranked rows are what is delivered: no tasks, and no parent that has open children', () => {
  expect(world().ranked()).toBe('a s r b');
});

test('a parent whose children are all closed, parked or trashed is ranked again, at its own place', () => {
  const house = world();
  house.run(setState, { items: house.ids('s'), state: stateId(APP, 4) });
  expect(house.ranked()).toBe('a r b');
  house.run(parkItems, { items: house.ids('r') });
  expect(house.ranked()).toBe('a E b');
  house.run(unparkItems, { items: house.ids('r') });
  house.run(trashItems, { items: house.ids('r') });
  expect(house.ranked()).toBe('a E b');
});

test('a parent follows the state of its children when that changes its meaning', () => {
  const house = world();
  house.run(updateState, { state: stateId(APP, 1), group: 'done' });
  house.run(setState, { items: house.ids('s', 'r'), state: stateId(APP, 3) });
  const waiting = house.run(createState, { product: APP, name: 'New', group: 'backlog' }).made[0]!;
  house.run(setState, { items: house.ids('s', 'r'), state: waiting });
  expect(house.ranked()).toBe('a s r b');
  house.run(updateState, { state: waiting, group: 'triage' });
  expect(house.ranked()).toBe('a E b');
  house.run(updateState, { state: waiting, group: 'ready' });
  expect(house.ranked()).toBe('a s r b');
});

test('positions count ranked rows from 1; parents, tasks and what is closed have none', () => {
  const house = world();
  house.run(setState, { items: house.ids('r'), state: stateId(APP, 4) });
  const positions = ['a', 'E', 's', 'r', 't', 'b'].map((title) => positionOf(house.workspace, house.item(title)));
  expect(positions).toEqual([1, null, 2, null, null, 3]);
});
