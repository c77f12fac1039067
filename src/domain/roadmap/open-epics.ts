import type { Item } from '../backlog/item.ts';
import { isInBacklog, openItems } from '../backlog/open.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** The epics in a product's backlog, in the order of the rank keys: what the roadmap shows besides releases. */
export const openEpics: IndexOf<Item> = {
  name: 'openEpics',
  in: 'item',
  group: (item, peek) => (item.type === 'epic' && isInBacklog(peek, item) ? item.product : null),
  order: ({ rank }) => rank,
  follows: { ...openItems.follows },
};
