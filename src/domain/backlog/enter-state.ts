import type { WorkspaceDraft } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import type { Context } from '../kernel/verb.ts';
import type { Item } from './item.ts';
import { groupOf } from './open.ts';
import type { State } from './state.ts';
import { isClosedGroup, type StateGroup } from './state-group.ts';

/** Into which state an item comes, and, where that is a no, why. */
export interface Entering {
  readonly state: State;
  readonly reason?: string | null | undefined;
  readonly context: Pick<Context, 'now'>;
}

/**
 * Puts an item into a state. It is closed on the product's day on which it comes into the group done or declined, and no longer when it
 * leaves; what is closed is not parked any more. Only what is declined has a reason.
 */
export function enterState(draft: WorkspaceDraft, id: string, { state, reason, context }: Entering): void {
  const item = draft.workspace.get('item', id);
  const isSameGroup = groupOf(draft.workspace, item) === state.group;
  const closing = isSameGroup ? {} : closingValues(draft, item, { group: state.group, context });
  draft.update('item', id, { state: state.id, ...closing, ...(reason && state.group === 'declined' ? { declineReason: reason } : {}) });
}

/** What becomes of an item whose state has changed its meaning. */
export function closeOrOpen(draft: WorkspaceDraft, id: string, into: { group: StateGroup; context: Pick<Context, 'now'> }): void {
  draft.update('item', id, closingValues(draft, draft.workspace.get('item', id), into));
}

function closingValues(draft: WorkspaceDraft, item: Item, { group, context }: { group: StateGroup; context: Pick<Context, 'now'> }): Partial<Item> {
  if (!isClosedGroup(group)) return { closedOn: null, declineReason: null };
  const today = dayIn(draft.workspace.get('product', item.product).zone, context.now);
  return { closedOn: today, declineReason: null, parkedAt: null, returnOn: null };
}
