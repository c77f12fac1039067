import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog as world, type World } from '../../../test/builders/world.ts';
import { parkItems } from '../backlog/park-items.ts';
import { setParent } from '../backlog/set-parent.ts';
import { setState } from '../backlog/set-state.ts';
import { updateItems } from '../backlog/update-items.ts';
import { createLink } from '../dependency/create-link.ts';
import { updateProduct } from '../product/update-product.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { myWorkOf, type OwnItem } from './my-work.ts';

const stateOf = (group: StateGroup, product = APP) =>
  stateId(
    product,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );

function give(house: World, ...titles: string[]): void {
  house.run(updateItems, { items: house.ids(...titles), assignee: CAST.tom.id });
}

/** Titles by place, parted by spaces. */
function workOf(house: World, who: 'tom' | 'gus' = 'tom') {
  const view = house.view(who);
  const { later, ...places } = myWorkOf(view, CAST.tom.id, { now: house.now });
  const titles = (list: readonly OwnItem[]) => list.map(({ item }) => view.get('item', item).title).join(' ');
  return { ...Object.fromEntries(Object.entries(places).map(([place, list]) => [place, titles(list)])), later };
}

const NOTHING = { now: '', due: '', next: '', blocked: '', waitsForOthers: '', waitedFor: '', later: 0 };

test('what somebody has stands by what is to be done with it, over all products and in the order of each', () => {
  const house = world({ a: 1, b: 1, c: 1, d: 1, e: 1, other: 1 }).add({ w: 1, x: 1 }, { product: WEB });
  give(house, 'x', 'w', 'e', 'd', 'c', 'b', 'a');
  house.run(setState, { items: house.ids('c'), state: stateOf('in-progress') });
  house.run(setState, { items: house.ids('x'), state: stateOf('in-review', WEB) });
  house.run(createLink, { type: 'blocks', from: house.id('other'), to: house.id('b') });
  expect(workOf(house)).toEqual({ ...NOTHING, now: 'c x', next: 'a d e w', blocked: 'b' });
});

test('next is what is ready, and of the rest only the rows that are next up in their product', () => {
  const house = world({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  give(house, 'b', 'c', 'd', 'e');
  house.run(updateProduct, { product: APP, nextUp: 2 });
  house.run(setState, { items: house.ids('d'), state: stateOf('ready') });
  expect(workOf(house)).toEqual({ ...NOTHING, next: 'b d', later: 2 });
});

test('what is overdue or due within a week comes before what is next, the most urgent first', () => {
  const house = world({ a: 1, b: 1, c: 1, d: 1 });
  give(house, 'a', 'b', 'c', 'd');
  house.run(updateItems, { items: house.ids('b'), dueOn: '2026-03-09' });
  house.run(updateItems, { items: house.ids('c'), dueOn: '2026-03-01' });
  house.run(updateItems, { items: house.ids('d'), dueOn: '2026-03-10' });
  expect(workOf(house)).toEqual({ ...NOTHING, due: 'c b', next: 'a d' });
  const { due } = myWorkOf(house.workspace, CAST.tom.id, { now: house.now });
  expect(due).toMatchObject([
    { dueOn: '2026-03-01', isOverdue: true },
    { dueOn: '2026-03-09', isOverdue: false },
  ]);
});

test('an item that others wait for is there wherever it ranks, and one of one’s own that waits is no other', () => {
  const house = world({ top: 1, a: 1, b: 1, c: 1, theirs: 1 });
  house.run(updateProduct, { product: APP, nextUp: 1 });
  give(house, 'a', 'b', 'c');
  house.run(createLink, { type: 'blocks', from: house.id('a'), to: house.id('theirs') });
  house.run(createLink, { type: 'blocks', from: house.id('b'), to: house.id('c') });
  expect(workOf(house)).toEqual({ ...NOTHING, blocked: 'c', waitedFor: 'a', later: 1 });
  expect(myWorkOf(house.workspace, CAST.tom.id, { now: house.now }).waitedFor).toMatchObject([{ waiting: [house.id('theirs')] }]);
});

test('a task stands where its story does', () => {
  const house = world({ a: 1, b: 1, c: 1 }).add({ t: null }, { type: 'task' });
  house.run(updateProduct, { product: APP, nextUp: 2 });
  house.run(setParent, { items: house.ids('t'), parent: house.id('a') });
  give(house, 't', 'b', 'c');
  expect(workOf(house)).toEqual({ ...NOTHING, next: 't b', later: 1 });
});

test('what is closed or parked, and what the reader may not see, is not there', () => {
  const house = world({ a: 1, b: 1, c: 1 }).add({ hidden: 1 }, { product: WEB });
  give(house, 'a', 'b', 'c', 'hidden');
  house.run(setState, { items: house.ids('a'), state: stateOf('done') });
  house.run(parkItems, { items: house.ids('b') });
  expect(workOf(house)).toEqual({ ...NOTHING, next: 'c hidden' });
  expect(workOf(house, 'gus')).toEqual({ ...NOTHING, next: 'c' });
});

test('what waits for nothing but work of other people waits on others; with something of one’s own, or of nobody, in the way it is blocked', () => {
  const house = world({ a: 1, b: 1, c: 1, theirs: 1, mine: 1, nobodys: 1 });
  give(house, 'a', 'b', 'c', 'mine');
  house.run(updateItems, { items: house.ids('theirs'), assignee: CAST.pia.id });
  for (const item of ['a', 'b', 'c']) house.run(createLink, { type: 'blocks', from: house.id('theirs'), to: house.id(item) });
  house.run(createLink, { type: 'blocks', from: house.id('mine'), to: house.id('b') });
  house.run(createLink, { type: 'blocks', from: house.id('nobodys'), to: house.id('c') });
  expect(workOf(house)).toEqual({ ...NOTHING, next: 'mine', blocked: 'b c', waitsForOthers: 'a' });
});
