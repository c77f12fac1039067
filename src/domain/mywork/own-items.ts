import type { Item } from '../backlog/item.ts';
import { isInBacklog, itemsOfState } from '../backlog/open.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What somebody has in the backlogs of all products, in the order of the rank keys. */
export const ownItems: IndexOf<Item> = {
  name: 'ownItems',
  in: 'item',
  group: (item, peek) => (item.assignee !== null && isInBacklog(peek, item) ? item.assignee : null),
  order: ({ product, rank }) => `${product}/${rank}`,
  follows: { state: itemsOfState },
};
