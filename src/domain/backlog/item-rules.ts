import type { Collections, View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { isLarger } from './item-type.ts';
import { childrenOf, type Item } from './item.ts';
import { groupOf } from './open.ts';
import { isClosedGroup } from './state-group.ts';

/** What must be so of every item: it stands in one product with its state, parent, release and sprint, and parents are larger than their children. */
export function brokenItem(view: View, item: Item): Blocker | null {
  return elsewhere(view, item) ?? misparented(view, item) ?? halfClosed(view, item);
}

/** Something of another product that the item stands in. */
function elsewhere(view: View, item: Item): Blocker | null {
  const parts = [view.find('state', item.state), item.release && view.find('release', item.release)];
  const sprint = item.sprint === null ? undefined : view.find('sprint', item.sprint);
  const isLeft = sprint && sprint.state !== 'closed' && !takesItemsOf(view, sprint, item.product); // its team may have left the product since
  const isElsewhere = parts.some((part) => part && part.product !== item.product) || isLeft;
  return isElsewhere ? { code: 'other-product', item: item.id } : null;
}

/** Whether items of a product may be in a sprint: it is planned there, or its team works there. */
export const takesItemsOf = (view: View, { product: home, team }: Collections['sprint'], product: string): boolean =>
  home === product || (team !== null && view.find('team', team)?.products.includes(product) === true);

/** Whether something open stands in a sprint or a release that is over, as `field` says: there it would be out of sight of those who do it. */
export function standsInWhatIsOver(view: View, item: Item | undefined, field: string): boolean {
  if (!item || item.trashedAt !== null || isClosedGroup(groupOf(view, item))) return false;
  if (field === 'sprint') return item.sprint !== null && view.find('sprint', item.sprint)?.state === 'closed';
  if (field !== 'release' || item.release === null) return false;
  const state = view.find('release', item.release)?.state;
  return state === 'shipped' || state === 'cancelled';
}

/** Only what is done or declined has a day of closing, and only what is declined a reason. */
function halfClosed(view: View, item: Item): Blocker | null {
  const group = groupOf(view, item);
  const isOpen = item.closedOn !== null && !isClosedGroup(group);
  return isOpen || (item.declineReason !== null && group !== 'declined') ? { code: 'state-in-use', state: item.state, items: 1 } : null;
}

function misparented(view: View, item: Item): Blocker | null {
  const parent = item.parent === null ? undefined : view.find('item', item.parent);
  if (parent && parent.product !== item.product) return { code: 'other-product', item: parent.id };
  if (parent && !isLarger(parent.type, item.type)) return { code: 'parent-not-larger', parent: parent.id, child: item.type };
  for (const child of view.list(childrenOf, item.id))
    if (!isLarger(item.type, child.type)) return { code: 'parent-not-larger', parent: item.id, child: child.type };
  return null;
}
