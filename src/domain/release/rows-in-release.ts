import type { Item } from '../backlog/item.ts';
import { isRankedRow, rankedRows } from '../backlog/open.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** The open ranked rows that are in a release, best first: what its line takes, and what it does not. */
export const rowsInRelease: IndexOf<Item> = {
  name: 'rowsInRelease',
  in: 'item',
  group: (item, peek) => (item.release !== null && isRankedRow(peek, item) ? item.release : null),
  order: ({ rank }) => rank,
  follows: { ...rankedRows.follows },
};
