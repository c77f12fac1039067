import { byCodeUnit } from '../kernel/change.ts';
import type { View } from '../collections.ts';
import type { Item } from './item.ts';

/** Whether a row of a product ranks above another one of it. */
export const isAbove = (a: Item, b: Item): boolean => (byCodeUnit(a.rank, b.rank) || byCodeUnit(a.id, b.id)) < 0;

/** The row that ranks lowest of some, of which there is at least one. */
export const lowestOf = (view: View, rows: readonly string[]): Item =>
  rows.map((id) => view.get('item', id)).reduce((lowest, row) => (isAbove(lowest, row) ? row : lowest));
