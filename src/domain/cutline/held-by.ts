import { isAbove } from '../backlog/is-above.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import type { Lines } from './line.ts';

/** Which rows are taken by which line, which of them before all others, and by when rows of other products are finished. */
export type Taken = Pick<Lines, 'takenBy' | 'first' | 'elsewhere'>;

/** A line by its place, and its date. */
export interface OnLine {
  readonly row: Item;
  readonly line: number;
  readonly date: Day;
}

/** The open blocker that keeps a row off a line: one that neither an earlier line takes nor this one before the row. Null: nothing holds it. */
export const heldBy = (view: View, taken: Taken, on: OnLine): string | null => unmetBlocker(view, on.row, (blocker) => isTakenBefore(taken, blocker, on));

/**
 * Whether a row is taken by an earlier line or by the same one before another row: because it ranks above it or is in a running sprint. A row of
 * another product is, where that product's own line takes it and is due before.
 */
export function isTakenBefore({ takenBy, first, elsewhere }: Taken, blocker: Item, { row, line, date }: OnLine): boolean {
  if (blocker.product !== row.product) return (elsewhere[blocker.id] ?? date) < date;
  const by = takenBy[blocker.id];
  return by !== undefined && (by < line || (by === line && (first[blocker.id] === true || isAbove(blocker, row))));
}
