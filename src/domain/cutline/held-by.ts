import { byCodeUnit } from '../kernel/change.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import type { Lines } from './line.ts';

/** Which rows are taken by which line, and which of them before all others. */
export type Taken = Pick<Lines, 'takenBy' | 'first'>;

/** The open blocker that keeps a row off a line: one that neither an earlier line takes nor this one before the row. Null: nothing holds it. */
export const heldBy = (view: View, taken: Taken, { row, line }: { row: Item; line: number }): string | null =>
  unmetBlocker(view, row, (blocker) => isTakenBefore(taken, blocker, { row, line }));

/** Whether a row is taken by an earlier line or by the same one before another row: because it ranks above it or is in a running sprint. */
export function isTakenBefore({ takenBy, first }: Taken, blocker: Item, { row, line }: { row: Item; line: number }): boolean {
  const by = takenBy[blocker.id];
  return by !== undefined && (by < line || (by === line && (first[blocker.id] === true || isAbove(blocker, row))));
}

/** Whether one row of a product ranks above another. */
export const isAbove = (a: Item, b: Item): boolean => (byCodeUnit(a.rank, b.rank) || byCodeUnit(a.id, b.id)) < 0;
