import { expect, test } from 'vitest';
import { APP } from '../../../../test/builders/cast.ts';
import { Sprinting } from '../../../../test/builders/sprinting.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';
import { endOf, sideOf } from '../sides/sides.ts';
import { callOfDrop, planLists, type Planning } from './plan-lists.ts';

const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1, e: 1 });
const sprint = world.sprint();
world.plan(sprint, 'b', 'd');
const planning: Planning = { sprint: world.get(sprint), product: APP, from: { in: 'backlog', product: APP }, canPlan: true, canRank: true };
const lists = planLists(world.workspace, planning);

const drop = (titles: string[], over: RowPlace, given: Partial<Planning> = {}) => {
  const items = world.ids(...titles);
  return callOfDrop({ items, side: sideOf(lists, items[0]!)!, lists }, over, { ...planning, ...given });
};
const on = (title: string, edge: 'above' | 'below'): RowPlace => ({ row: world.id(title), edge });
const end = (side: 'left' | 'right'): RowPlace => ({ row: endOf(side), edge: 'below' });

test('what is dropped among the cards goes into the sprint there; in the free space below, at its rank’s place', () => {
  const items = world.ids('c', 'e');
  expect(drop(['c', 'e'], on('b', 'below'))).toEqual({ verb: 'planInSprint', input: { items, sprint, place: { after: world.id('b') } } });
  expect(drop(['c', 'e'], on('b', 'above'))).toEqual({ verb: 'planInSprint', input: { items, sprint, place: { before: world.id('b') } } });
  expect(drop(['c', 'e'], end('right'))).toEqual({ verb: 'planInSprint', input: { items, sprint } });
});

test('what is dropped on the left goes out of the sprint, wherever: it stands at its rank', () => {
  for (const over of [on('a', 'above'), end('left')])
    expect(drop(['d'], over)).toEqual({ verb: 'planInSprint', input: { items: world.ids('d'), sprint: null } });
});

test('on its own side a row moves in the sprint’s order, or in the rank for those who rank', () => {
  expect(drop(['b'], on('d', 'below'))).toEqual({ verb: 'moveInSprint', input: { sprint, items: world.ids('b'), place: { after: world.id('d') } } });
  expect(drop(['b'], end('right'))).toEqual({ verb: 'moveInSprint', input: { sprint, items: world.ids('b'), place: { to: 'bottom' } } });
  expect(drop(['e'], on('c', 'above'))).toEqual({ verb: 'moveItems', input: { product: APP, items: world.ids('e'), place: { after: world.id('a') } } });
  expect(drop(['e'], on('c', 'above'), { canRank: false })).toBeNull();
});

test('where the team’s one queue is chosen from, a row moves in that, whoever may rank', () => {
  const place = { after: world.id('a') };
  const moved = { verb: 'moveInQueue', input: { team: world.web, items: world.ids('e'), place } };
  expect(drop(['e'], on('c', 'above'), { from: { in: 'queue' }, canRank: false })).toEqual(moved);
});

test('nothing is done over what is on no side', () => {
  expect(drop(['a'], { row: 'elsewhere', edge: 'above' })).toBeNull();
});
