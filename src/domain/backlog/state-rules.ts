import type { View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { itemsInState } from './item.ts';
import { statesOf, type State } from './state.ts';
import { isClosedGroup, type StateGroup } from './state-group.ts';

/** A workflow needs a state to start in, one to end in and one to decline into: the first that is missing, or null. */
export function missingGroup(groups: readonly StateGroup[]): StateGroup | null {
  return NEEDED.find((group) => !groups.includes(group)) ?? null;
}

const NEEDED: readonly StateGroup[] = ['backlog', 'done', 'declined'];

/** What must be so of every state: its workflow is whole, and what is in an open one is not closed. */
export function brokenState(view: View, { id, product, group }: State): Blocker | null {
  if (isClosedGroup(group)) return brokenWorkflow(view, product);
  const items = Array.from(view.list(itemsInState, id)).filter(({ closedOn }) => closedOn !== null);
  return items.length > 0 ? { code: 'state-in-use', state: id, items: items.length } : brokenWorkflow(view, product);
}

/** What must be so of every product's workflow. */
export function brokenWorkflow(view: View, product: string): Blocker | null {
  const missing = missingGroup(Array.from(view.list(statesOf, product), ({ group }) => group));
  return missing ? { code: 'no-such-state', group: missing } : null;
}
