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
  const open = new Map<string, Item>();
  const parents = new Set<string>();
  for (const item of view.list(openItems, product)) {
    open.set(item.id, item);
    if (item.parent !== null && item.type !== 'task') parents.add(item.parent);
  }
  const tree = new Map<string | null, string[]>();
  const placed = new Set<string>();
  const parentOf = ({ parent }: Item) => (parent === null ? undefined : open.get(parent));
  const place = (item: Item) => {
    if (placed.has(item.id)) return;
    placed.add(item.id);
    const parent = parentOf(item);
    if (parent && item.type !== 'task') place(parent);
    const siblings = tree.get(parent?.id ?? null);
    if (siblings) siblings.push(item.id);
    else tree.set(parent?.id ?? null, [item.id]);
  };
  for (const item of open.values()) if (!parents.has(item.id)) place(item);
  return tree;
}
