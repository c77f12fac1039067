import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import { enterState } from './enter-state.ts';
import { claimsOnItems } from './item-claims.ts';
import { itemsSchema } from './items-schema.ts';
import { refusesWip } from './wip.ts';

export const setState = verb({
  name: 'setState',
  does: 'Put items into a state of their product’s workflow.',
  route: ['POST', '/set-state'],
  input: z.strictObject({
    items: itemsSchema,
    state: ref('state'),
    /** Why not, for a state that declines. */
    reason: textSchema(1000).nullable().default(null),
  }),
  needs: (view, { items, state }) => [...claimsOnItems(view, 'edit-items', items), { may: 'edit-items', on: { in: 'state', id: state } }],
  blockers: (view, { items, state }) => [...elsewhere(view, items, view.get('state', state).product), ...refusesWip(view, items, state)],
  run(draft, { items, state, reason }, context) {
    const into = draft.workspace.get('state', state);
    for (const id of items) enterState(draft, id, { state: into, reason, context });
  },
});

/** Items that are not of this product. */
export const elsewhere = (view: View, items: readonly string[], product: string): Blocker[] =>
  items.filter((id) => view.get('item', id).product !== product).map((item) => ({ code: 'other-product', item }));
