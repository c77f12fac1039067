import { expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { createItems } from './create-items.ts';
import { moveItems } from './move-items.ts';
import { setParent } from './set-parent.ts';
import { setState } from './set-state.ts';

test('items move together and keep their order among themselves', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  world.run(moveItems, { product: APP, items: world.ids('d', 'b'), place: { to: 'top' } });
  expect(world.ranked()).toBe('b d a c');
});

test.each([
  ['before', (id: string) => ({ before: id }), 'a d b c'],
  ['after', (id: string) => ({ after: id }), 'a b d c'],
])('an item goes directly %s another one', (_, place, order) => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  world.run(moveItems, { product: APP, items: world.ids('d'), place: place(world.id('b')) });
  expect(world.ranked()).toBe(order);
});

test('a position counts the ranked rows without those that move', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  world.run(setState, { items: world.ids('b'), state: stateId(APP, 4) });
  world.run(moveItems, { product: APP, items: world.ids('a'), place: { position: 3 } });
  expect(world.ranked()).toBe('c d a e');
  world.run(moveItems, { product: APP, items: world.ids('a'), place: { position: 99 } });
  expect(world.ranked()).toBe('c d e a');
});

test('moving to where it stands already is nothing to do', () => {
  const world = backlog({ a: 1, b: 1, c: 1 });
  expect(world.run(moveItems, { product: APP, items: world.ids('a', 'b'), place: { to: 'top' } }).entry).toBeNull();
  expect(world.run(moveItems, { product: APP, items: world.ids('b'), place: { position: 2 } }).entry).toBeNull();
});

test('a parent moves with its open children as a block, and beside a parent means beside its open children', () => {
  const world = backlog({ a: 1, b: 1 }).add({ E: null }, { type: 'epic' }).add({ s: 1, c: 1, r: 1, d: 1 });
  world.run(setParent, { items: world.ids('s', 'r'), parent: world.id('E') });
  expect(world.ranked()).toBe('a b s c r d');
  world.run(moveItems, { product: APP, items: world.ids('a'), place: { after: world.id('E') } });
  expect(world.ranked()).toBe('b s c r a d');
  world.run(moveItems, { product: APP, items: world.ids('d'), place: { before: world.id('E') } });
  expect(world.ranked()).toBe('b d s c r a');
  world.run(moveItems, { product: APP, items: world.ids('E'), place: { to: 'top' } });
  expect(world.ranked()).toBe('s r b d c a');
});

test('items of another product are refused, as what moves and as where it goes', () => {
  const world = backlog({ a: 1 }).add({ w: 1 }, { product: WEB });
  const refused = [{ code: 'other-product', item: world.id('w') }];
  expect(world.refusal(() => world.run(moveItems, { product: APP, items: world.ids('a', 'w'), place: { to: 'top' } }))).toEqual(refused);
  expect(world.refusal(() => world.run(moveItems, { product: APP, items: world.ids('a'), place: { before: world.id('w') } }))).toEqual(refused);
  expect(world.refusal(() => world.run(createItems, { product: APP, items: [{ title: 'x' }], place: { after: world.id('w') } }))).toEqual(refused);
});
