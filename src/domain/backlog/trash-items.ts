import { z } from 'zod';
import { verb } from '../collections.ts';
import { withBelow } from './below.ts';
import { claimsOnItems } from './item-claims.ts';
import { itemsSchema } from './items-schema.ts';

export const trashItems = verb({
  name: 'trashItems',
  does: 'Throw items away that were a mistake, with everything below them. They can be restored for 30 days.',
  route: ['POST', '/trash-items'],
  input: z.strictObject({ items: itemsSchema }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  run(draft, { items }, { now }) {
    for (const { id } of withBelow(draft.workspace, items, ({ trashedAt }) => trashedAt === null))
      draft.update('item', id, { trashedAt: draft.workspace.get('item', id).trashedAt ?? now }, { aside: true });
  },
});

export const restoreItems = verb({
  name: 'restoreItems',
  does: 'Take items out of the trash, with what went along below them.',
  route: ['POST', '/restore-items'],
  input: z.strictObject({ items: itemsSchema }),
  needs: (view, { items }) => claimsOnItems(view, 'edit-items', items),
  run(draft, { items }) {
    const view = draft.workspace;
    const trashed = items.filter((id) => view.get('item', id).trashedAt !== null);
    const wentAlong = withBelow(view, trashed, (child) => child.trashedAt !== null && view.get('item', child.parent!).trashedAt === child.trashedAt);
    for (const { id } of wentAlong) draft.update('item', id, { trashedAt: null });
  },
});
