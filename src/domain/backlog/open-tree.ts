import type { View } from '../collections.ts';
import type { Item } from './item.ts';
import { openItems } from './open.ts';

/** Children by their parent, in the order of the tree; those without an open parent under null. */
export type OpenTree = ReadonlyMap<string | null, readonly string[]>;

/**
 * Everything in a product's backlog as a tree. A parent has no place of its own: it stands where its highest child stands. Tasks follow their
 * own order within what they belong to. One walk down the order of the product.
 */
export function openTree(view: View, product: string): OpenTree {
  const items = [...view.list(openItems, product)];
  const named = new Set<string>();
  const parents = new Set<string>();
  for (const { parent, type } of items) {
    if (parent === null) continue;
    named.add(parent);
    if (type !== 'task') parents.add(parent);
  }
  const open = new Map<string, Item>();
  for (const item of items) if (named.has(item.id)) open.set(item.id, item);
  const tree = new Map<string | null, string[]>();
  const placed = new Set<string>();
  const parentOf = ({ parent }: Item) => (parent === null ? undefined : open.get(parent));
  const place = (item: Item) => {
    if (placed.has(item.id)) return;
    if (parents.has(item.id)) placed.add(item.id); // the others are met once
    const parent = parentOf(item);
    if (parent && item.type !== 'task') place(parent);
    const siblings = tree.get(parent?.id ?? null);
    if (siblings) siblings.push(item.id);
    else tree.set(parent?.id ?? null, [item.id]);
  };
  for (const item of items) if (!parents.has(item.id)) place(item);
  return tree;
}
