import type { OpenTree } from '../../domain/backlog/open-tree.ts';

/** Where something goes in the order of the product, for the place that it is to have in the tree. */
export type TreePlace = { readonly before: string } | { readonly after: string };

/** The row that a node of the tree stands by: its first one all the way down. */
function firstRow(tree: OpenTree, id: string): string {
  const first = tree.get(id)?.[0];
  return first === undefined ? id : firstRow(tree, first);
}

/** The row all the way down at the end of a node. */
function lastRow(tree: OpenTree, id: string): string {
  const last = tree.get(id)?.at(-1);
  return last === undefined ? id : lastRow(tree, last);
}

/** The place among children of one parent that is before or after one of them. A parent has no place of its own: what counts is where its rows stand. */
export function besideSibling(
  tree: OpenTree,
  parent: string | null,
  { sibling, side, moving }: { sibling: string; side: 'before' | 'after'; moving: string },
): TreePlace {
  const siblings = (tree.get(parent) ?? []).filter((id) => id !== moving);
  if (side === 'before') return { before: firstRow(tree, sibling) };
  const next = siblings[siblings.indexOf(sibling) + 1];
  return next === undefined ? { after: lastRow(tree, sibling) } : { before: firstRow(tree, next) };
}

/** The place of the first child of a parent; null where it has no other child to stand before. */
export function asFirstChild(tree: OpenTree, parent: string, moving: string): TreePlace | null {
  const first = (tree.get(parent) ?? []).find((id) => id !== moving);
  return first === undefined ? null : { before: firstRow(tree, first) };
}

/** The sibling that one step up or down passes; undefined at the end. */
export function neighbourOf(tree: OpenTree, parent: string | null, { id, by }: { id: string; by: 1 | -1 }): string | undefined {
  const siblings = tree.get(parent) ?? [];
  return siblings[siblings.indexOf(id) + by];
}
