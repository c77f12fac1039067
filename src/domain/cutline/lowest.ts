import { isAbove } from '../backlog/is-above.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';

/** The row that ranks lowest of some, of which there is at least one. */
export const lowestOf = (view: View, rows: readonly string[]): Item =>
  rows.map((id) => view.get('item', id)).reduce((lowest, row) => (isAbove(lowest, row) ? row : lowest));
