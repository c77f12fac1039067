import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import { withBelow } from './below.ts';
import { firstState } from './create-items.ts';
import { enterState } from './enter-state.ts';
import { claimsOnItems } from './item-claims.ts';
import { itemsSchema } from './items-schema.ts';
import { groupOf, isOpen } from './open.ts';
import { stateIn } from './state.ts';
import { isClosedGroup } from './state-group.ts';

export const declineItems = verb({
  name: 'declineItems',
  does: 'Say no to items, with a reason; what is open below them goes along.',
  route: ['POST', '/decline-items'],
  input: z.strictObject({ items: itemsSchema, reason: textSchema(1000) }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  blockers: (view, { items }) => items.flatMap((id) => [...refuseTrashed(view, id), ...refuseWithoutDeclined(view, id)]),
  run(draft, { items, reason }, context) {
    const view = draft.workspace;
    for (const { id, product } of withBelow(view, items, (child) => isOpen(view, child))) {
      enterState(draft, id, { state: stateIn(view, product, 'declined')!, reason, context });
    }
  },
});

export const reopenItems = verb({
  name: 'reopenItems',
  does: 'Take items that were done or declined back into the backlog, where they stood.',
  route: ['POST', '/reopen-items'],
  input: z.strictObject({ items: itemsSchema }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  blockers: (view, { items }) => items.flatMap((id) => refuseTrashed(view, id)),
  run(draft, { items }, context) {
    const view = draft.workspace;
    for (const id of items) {
      const item = view.get('item', id);
      if (isClosedGroup(groupOf(view, item))) enterState(draft, id, { state: firstState(view, item.product), context });
    }
  },
});

/** What lies in the trash has to be restored first. */
const refuseTrashed = (view: View, item: string): Blocker[] => (view.get('item', item).trashedAt === null ? [] : [{ code: 'not-open', item }]);

function refuseWithoutDeclined(view: View, item: string): Blocker[] {
  const { product } = view.get('item', item);
  return stateIn(view, product, 'declined') ? [] : [{ code: 'no-such-state', group: 'declined' }];
}
