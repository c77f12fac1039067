import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import { childrenOf, type Item } from './item.ts';
import { groupOf, type Looking } from './open.ts';

/** What is closed in a product, done or declined, by the day of its closing. */
export const closedItems: IndexOf<Item> = {
  name: 'closedItems',
  in: 'item',
  group: ({ product, closedOn, trashedAt }) => (closedOn === null || trashedAt !== null ? null : product),
  order: ({ closedOn }) => closedOn ?? '',
};

/** Whether an item was delivered as something of its own: done, no task, and no parent beside the children that it was delivered by. */
export function isDelivered(look: Looking, item: Item): boolean {
  if (item.type === 'task' || item.trashedAt !== null || groupOf(look, item) !== 'done') return false;
  return !hasChildren(look, item);
}

/** Whether an item is delivered by what is below it: a parent is not counted beside its children. Tasks are none of them, nor is what was a mistake. */
export function hasChildren(look: Looking, item: Item): boolean {
  for (const { type, trashedAt } of look.list(childrenOf, item.id)) if (type !== 'task' && trashedAt === null) return true;
  return false;
}

/** What was delivered in a product, newest first; ends where nobody asks on. */
export function* deliveredIn(view: View, product: string): Iterable<Item> {
  const closed = view.list(closedItems, product);
  for (let at = closed.length - 1; at >= 0; at--) {
    const item = closed.at(at)!;
    if (isDelivered(view, item)) yield item;
  }
}

/** What was delivered in a product on a day or later, newest first. */
export function deliveredSince(view: View, product: string, from: Day): Item[] {
  const found: Item[] = [];
  for (const item of deliveredIn(view, product)) {
    if (item.closedOn! < from) break;
    found.push(item);
  }
  return found;
}
