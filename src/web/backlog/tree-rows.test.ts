import { expect, test } from 'vitest';
import type { OpenTree } from '../../domain/backlog/open-tree.ts';
import { droppedUnder, indented, treeRows, type TreeRow } from './tree-rows.ts';

const tree: OpenTree = new Map([
  [null, ['e', 'f', 's']],
  ['e', ['g', 'a']],
  ['g', ['b', 'c']],
  ['f', ['d']],
]);

const shown = (expanded: string[], wanted: string[] | null = null): TreeRow[] =>
  treeRows(tree, { expanded: new Set(expanded), wanted: wanted && new Set(wanted) });
const drawn = (rows: TreeRow[]) =>
  rows.map(({ id, level, isExpanded, hasChildren }) => `${'.'.repeat(level - 1)}${id}${hasChildren ? (isExpanded ? '-' : '+') : ''}`).join(' ');

test('a tree shows the children of what is expanded', () => {
  expect(drawn(shown([]))).toBe('e+ f+ s');
  expect(drawn(shown(['e']))).toBe('e- .g+ .a f+ s');
  expect(drawn(shown(['e', 'g', 's']))).toBe('e- .g- ..b ..c .a f+ s');
});

test('a filter shows what it wants and the way to it, opened', () => {
  expect(drawn(shown([], ['c']))).toBe('e- .g- ..c');
  expect(drawn(shown([], ['e', 's']))).toBe('e+ s');
  expect(drawn(shown(['e'], []))).toBe('');
});

test('a row is indented under the nearest one above on its level that may hold it', () => {
  const rows = shown(['e', 'g']);
  const under = (id: string, how: 'in' | 'out', holds = 'efg') => indented(rows, id, { how, canHold: (parent) => holds.includes(parent) });
  expect([under('a', 'in'), under('s', 'in'), under('s', 'in', 'e')]).toEqual(['g', 'f', 'e']);
  expect([under('e', 'in'), under('c', 'in'), under('b', 'in')]).toEqual([undefined, undefined, undefined]);
  expect([under('b', 'out'), under('g', 'out'), under('s', 'out')]).toEqual(['e', null, undefined]);
});

test('a dropped row stands beside its new neighbour, or in the opened one above it', () => {
  const rows = shown(['e']);
  expect(droppedUnder(rows, { row: 'a', edge: 'above' })).toBe('e');
  expect(droppedUnder(rows, { row: 'e', edge: 'below' })).toBe('e');
  expect(droppedUnder(rows, { row: 'f', edge: 'below' })).toBeNull();
});
