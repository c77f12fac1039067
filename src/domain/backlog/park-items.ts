import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { dayIn, daySchema } from '../kernel/day.ts';
import type { Blocker } from '../kernel/refusal.ts';
import type { Context } from '../kernel/verb.ts';
import { withBelow } from './below.ts';
import { claimsOnItems } from './item-claims.ts';
import { itemsSchema } from './items-schema.ts';
import type { Item } from './item.ts';
import { groupOf, isOpen } from './open.ts';
import { isClosedGroup } from './state-group.ts';

export const parkItems = verb({
  name: 'parkItems',
  does: 'Put items aside, not now; what is open below them goes along. On a day, if given, they come back to where they stood.',
  route: ['POST', '/park-items'],
  input: z.strictObject({ items: itemsSchema, returnOn: daySchema.nullable().default(null) }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  blockers: (view, { items, returnOn }, { now }) => items.flatMap((id) => [...refuseClosed(view, id), ...refuseNotAhead(view, id, { now, returnOn })]),
  run(draft, { items, returnOn }, { now }) {
    const view = draft.workspace;
    for (const { id, parkedAt } of withBelow(view, items, (child) => isOpen(view, child) || wentAlong(view, child)))
      draft.update('item', id, { parkedAt: parkedAt ?? now, returnOn }, { aside: true });
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
    bringBack(
      draft,
      withBelow(view, parked, (child) => wentAlong(view, child)),
    );
  },
});

/** What the system does at the beginning of a day: whoever asks for it earlier or again finds nothing to do. */
export const returnItems = verb({
  name: 'returnItems',
  does: 'Bring parked items back whose day has come, to where they stood, with what went along below them.',
  route: ['POST', '/return-items'],
  input: z.strictObject({ items: itemsSchema }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  run(draft, { items }, { now }) {
    const view = draft.workspace;
    const due = items.filter((id) => view.get('item', id).trashedAt === null && hasDayCome(view, view.get('item', id), now));
    bringBack(
      draft,
      withBelow(view, due, (child) => wentAlong(view, child) && hasDayCome(view, child, now)),
    );
  },
});

/** Whether a parked item's day of return has begun where its product is. */
export function hasDayCome(view: View, { product, parkedAt, returnOn }: Item, now: Context['now']): boolean {
  return parkedAt !== null && returnOn !== null && returnOn <= dayIn(view.get('product', product).zone, now);
}

function bringBack(draft: WorkspaceDraft, items: readonly Item[]): void {
  for (const { id } of items) draft.update('item', id, { parkedAt: null, returnOn: null });
}

/** Parked by the same act as its parent. */
const wentAlong = (view: View, { parent, parkedAt }: Item): boolean => parkedAt !== null && view.get('item', parent!).parkedAt === parkedAt;

function refuseNotAhead(view: View, id: string, { now, returnOn }: Pick<Context, 'now'> & Pick<Item, 'returnOn'>): Blocker[] {
  if (returnOn === null) return [];
  const today = dayIn(view.get('product', view.get('item', id).product).zone, now);
  return returnOn > today ? [] : [{ code: 'return-not-ahead', day: returnOn, today }];
}

/** Only what is open, or parked already, can be put aside. */
function refuseClosed(view: View, id: string): Blocker[] {
  const item = view.get('item', id);
  return item.trashedAt !== null || isClosedGroup(groupOf(view, item)) ? [{ code: 'not-open', item: id }] : [];
}
