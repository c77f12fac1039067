import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { moveItems } from '../../domain/backlog/move-items.ts';
import { openTree } from '../../domain/backlog/open-tree.ts';
import { asFirstChild, besideSibling, neighbourOf } from './tree-places.ts';

/** Two epics of two stories each, and a story beside them: `e(a b) s f(c d)`. */
function world(): World {
  const made = backlog().add({ e: null, f: null }, { type: 'epic' });
  made.add({ a: 1, b: 1 }, { parent: made.id('e') }).add({ s: 1 });
  return made.add({ c: 1, d: 1 }, { parent: made.id('f') });
}

const tops = (made: World) => (openTree(made.workspace, APP).get(null) ?? []).map((id) => made.workspace.get('item', id).title).join(' ');

/** Moves one of the top level beside another, and says how the top level then stands. */
function moved(title: string, side: 'before' | 'after', sibling: string): string {
  const made = world();
  const tree = openTree(made.workspace, APP);
  const place = besideSibling(tree, null, { sibling: made.id(sibling), side, moving: made.id(title) });
  made.run(moveItems, { product: APP, items: [made.id(title)], place });
  return tops(made);
}

test('what is moved beside another stands there in the tree, parents by their rows', () => {
  expect(tops(world())).toBe('e s f');
  expect(moved('f', 'before', 'e')).toBe('f e s');
  expect(moved('e', 'after', 's')).toBe('s e f');
  expect(moved('e', 'after', 'f')).toBe('s f e');
  expect(moved('s', 'before', 'e')).toBe('s e f');
  expect(moved('s', 'after', 'f')).toBe('e f s');
});

test('a step passes one neighbour of the same parent, and ends at the ends', () => {
  const made = world();
  const tree = openTree(made.workspace, APP);
  expect(neighbourOf(tree, null, { id: made.id('s'), by: 1 })).toBe(made.id('f'));
  expect(neighbourOf(tree, made.id('e'), { id: made.id('b'), by: 1 })).toBeUndefined();
});

test('the first child stands before the others; a parent without any gives no place', () => {
  const made = world();
  const tree = openTree(made.workspace, APP);
  expect(asFirstChild(tree, made.id('e'), made.id('s'))).toEqual({ before: made.id('a') });
  expect(asFirstChild(tree, made.id('s'), made.id('a'))).toBeNull();
});
