import type { IndexOf, Peek } from '../kernel/record-index.ts';
import { childrenOf, itemsInState, type Item } from './item.ts';
import type { State } from './state.ts';
import { isClosedGroup, type StateGroup } from './state-group.ts';

/** What a rule looks at: a workspace, a view of one, or an index being kept. */
export type Looking = Pick<Peek, 'list'> & { find(collection: 'state', id: string): unknown };

/** The group of the state that an item is in. */
export const groupOf = (look: Looking, item: Item): StateGroup => (look.find('state', item.state) as State).group;

/** Open: neither done, declined, parked nor trashed. */
export function isOpen(look: Looking, item: Item): boolean {
  if (item.parkedAt !== null || item.trashedAt !== null) return false;
  return !isClosedGroup(groupOf(look, item));
}

/** In the backlog: open and accepted. What is in the group triage has no place until it is. */
export const isInBacklog = (look: Looking, item: Item): boolean => isOpen(look, item) && groupOf(look, item) !== 'triage';

/** Whether an item has an open child that is delivered on its own. Tasks live in their story and do not count, nor does what waits in triage. */
export function hasOpenChild(look: Looking, item: Item): boolean {
  for (const child of look.list(childrenOf, item.id)) if (child.type !== 'task' && isInBacklog(look, child)) return true;
  return false;
}

/** Ranked rows are what is delivered: open stories, bugs and chores, and features or epics without open children. */
export function isRankedRow(look: Looking, item: Item): boolean {
  if (item.type === 'task' || !isInBacklog(look, item)) return false;
  return (item.type !== 'epic' && item.type !== 'feature') || !hasOpenChild(look, item);
}

/** What follows a state: all that is in it. */
export const itemsOfState = ({ id }: State, peek: Peek) => Array.from(peek.list(itemsInState, id), (item) => item.id);

/** When a state changes its group, its items open or close, and with them their parents have open children or not. */
const withParentsOfState = ({ id }: State, peek: Peek) =>
  Array.from(peek.list(itemsInState, id)).flatMap((item) => (item.parent === null ? [item.id] : [item.id, item.parent]));
const parentOf = ({ parent }: Item) => (parent === null ? [] : [parent]);

/** The ranked rows of a product, best first: positions are places in this list. */
export const rankedRows: IndexOf<Item> = {
  name: 'rankedRows',
  in: 'item',
  group: (item, peek) => (isRankedRow(peek, item) ? item.product : null),
  order: ({ rank }) => rank,
  follows: { item: parentOf, state: withParentsOfState },
};

/** Everything in a product's backlog, parents and tasks too, in the order of the rank keys. */
export const openItems: IndexOf<Item> = {
  name: 'openItems',
  in: 'item',
  group: (item, peek) => (isInBacklog(peek, item) ? item.product : null),
  order: ({ rank }) => rank,
  follows: { state: itemsOfState },
};

/** The parked items of a product, by when they were parked. */
export const parkedItems: IndexOf<Item> = {
  name: 'parkedItems',
  in: 'item',
  group: ({ product, parkedAt, trashedAt }) => (parkedAt !== null && trashedAt === null ? product : null),
  order: ({ parkedAt }) => parkedAt ?? '',
};

/** The items in a product's trash, by when they were trashed. */
export const trashedItems: IndexOf<Item> = {
  name: 'trashedItems',
  in: 'item',
  group: ({ product, trashedAt }) => (trashedAt === null ? null : product),
  order: ({ trashedAt }) => trashedAt ?? '',
};
