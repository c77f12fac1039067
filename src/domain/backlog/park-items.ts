import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { withBelow } from './below.ts';
import { claimsOnItems } from './item-claims.ts';
import { itemsSchema } from './items-schema.ts';
import { groupOf, isOpen } from './open.ts';
import { isClosedGroup } from './state-group.ts';

export const parkItems = verb({
  name: 'parkItems',
  does: 'Put items aside, not now; what is open below them goes along. On a day, if given, they come back to where they stood.',
  route: ['POST', '/park-items'],
  input: z.strictObject({ items: itemsSchema, returnOn: daySchema.nullable().default(null) }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  blockers: (view, { items }) => items.flatMap((id) => refuseClosed(view, id)),
  run(draft, { items, returnOn }, { now }) {
    const view = draft.workspace;
    for (const { id, parkedAt } of withBelow(view, items, (child) => isOpen(view, child))) draft.update('item', id, { parkedAt: parkedAt ?? now, returnOn });
  },
});

export const unparkItems = verb({
  name: 'unparkItems',
  does: 'Bring parked items back to where they stood, with what went along below them.',
  route: ['POST', '/unpark-items'],
  input: z.strictObject({ items: itemsSchema }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  run(draft, { items }) {
    const view = draft.workspace;
    const parked = items.filter((id) => view.get('item', id).parkedAt !== null);
    const wentAlong = withBelow(view, parked, (child) => child.parkedAt !== null && view.get('item', child.parent!).parkedAt === child.parkedAt);
    for (const { id } of wentAlong) draft.update('item', id, { parkedAt: null, returnOn: null });
  },
});

/** Only what is open, or parked already, can be put aside. */
function refuseClosed(view: View, id: string): Blocker[] {
  const item = view.get('item', id);
  return item.trashedAt !== null || isClosedGroup(groupOf(view, item)) ? [{ code: 'not-open', item: id }] : [];
}
