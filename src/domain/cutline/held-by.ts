import { byCodeUnit } from '../kernel/change.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import type { Lines } from './line.ts';

/** The open blocker that keeps a row off a line: one that neither an earlier line takes nor this one above the row. Null: nothing holds it. */
export function heldBy(view: View, takenBy: Lines['takenBy'], { row, line }: { row: Item; line: number }): string | null {
  return unmetBlocker(view, row, (blocker) => {
    const by = takenBy[blocker.id];
    return by !== undefined && (by < line || (by === line && isAbove(blocker, row)));
  });
}

/** Whether one row of a product ranks above another. */
export const isAbove = (a: Item, b: Item): boolean => (byCodeUnit(a.rank, b.rank) || byCodeUnit(a.id, b.id)) < 0;
