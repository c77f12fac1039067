import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from './blockers.ts';

/** The open rows that must be finished before an item; null: something must be of which nobody can say when it is, or that may not be seen. */
export function rowsBefore(view: View, item: Item): Item[] | null {
  const rows: Item[] = [];
  const unmet = unmetBlocker(view, item, (row) => rows.push(row) > 0);
  return unmet === null ? rows : null;
}
