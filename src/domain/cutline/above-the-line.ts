import { childrenOf, type Item } from '../backlog/item.ts';
import { isOpen, isRankedRow } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import type { Lines } from './line.ts';

/** How many of a parent's open rows a line takes, of how many: `3 of 5 above the line`. Tasks do not count; null for what has no such rows. */
export function aboveTheLine(view: View, { takenBy }: Pick<Lines, 'takenBy'>, parent: Item): { readonly above: number; readonly of: number } | null {
  let above = 0;
  let of = 0;
  for (const row of rowsUnder(view, parent)) {
    of++;
    if (takenBy[row.id] !== undefined) above++;
  }
  return of > 0 ? { above, of } : null;
}

/** The open ranked rows below a parent, also through features. */
export function* rowsUnder(view: View, parent: Item): Generator<Item> {
  for (const child of view.list(childrenOf, parent.id)) {
    if (isRankedRow(view, child)) yield child;
    else if (isOpen(view, child)) yield* rowsUnder(view, child);
  }
}
