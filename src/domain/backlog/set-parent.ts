import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { parentsOf } from './below.ts';
import { claimsOnItems } from './item-claims.ts';
import { isLarger } from './item-type.ts';
import type { Item } from './item.ts';
import { itemsSchema } from './items-schema.ts';
import { sprintUnder } from './task-sprint.ts';

export const setParent = verb({
  name: 'setParent',
  does: 'Put items under a larger one, or take them out from under theirs. Their rank stays as it is.',
  route: ['POST', '/set-parent'],
  input: z.strictObject({ items: itemsSchema, parent: ref('item').nullable() }),
  needs: (view, { items, parent }) => claimsOnItems(view, 'edit-items', parent === null ? items : [...items, parent]),
  blockers: (view, { items, parent }) => items.flatMap((id) => parentBlockers(view, view.get('item', id), parent)),
  run(draft, { items, parent }) {
    for (const id of items) standUnder(draft, id, parent);
  },
});

/** Puts an item under another; a task goes to the sprint of its story. */
export function standUnder(draft: WorkspaceDraft, id: string, parent: string | null): void {
  const { type } = draft.workspace.get('item', id);
  draft.update('item', id, { parent, ...sprintUnder(draft.workspace, type, parent) });
}

/** Why an item can't stand under another: circles, other products, what is not larger, what lies in the trash. */
export function parentBlockers(view: View, item: Item, parentId: string | null): Blocker[] {
  if (parentId === null || parentId === item.parent) return [];
  const parent = view.get('item', parentId);
  const path = [parent, ...parentsOf(view, parent)].map(({ id }) => id);
  const at = path.indexOf(item.id);
  if (at >= 0) return [{ code: 'would-cycle', path: [item.id, ...path.slice(0, at + 1)] }];
  if (parent.product !== item.product) return [{ code: 'other-product', item: parentId }];
  if (!isLarger(parent.type, item.type)) return [{ code: 'parent-not-larger', parent: parentId, child: item.type }];
  return parent.trashedAt === null ? [] : [{ code: 'not-open', item: parentId }];
}
