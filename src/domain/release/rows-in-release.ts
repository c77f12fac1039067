import { itemsInRelease, type Item } from '../backlog/item.ts';
import { isRankedRow, rankedRows } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** The open ranked rows that are in a release, best first: what its line takes, and what it does not. */
export const rowsInRelease: IndexOf<Item> = {
  name: 'rowsInRelease',
  in: 'item',
  group: (item, peek) => (item.release !== null && isRankedRow(peek, item) ? item.release : null),
  order: ({ rank }) => rank,
  follows: { ...rankedRows.follows },
};

/** What is in a release, open or not, best first. Tasks are not told: they live in their story. */
export const contentsOf = (view: View, release: string): string[] =>
  [...view.list(itemsInRelease, release)].filter(({ type }) => type !== 'task').map(({ id }) => id);
