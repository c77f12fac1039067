import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { longTextSchema } from '../kernel/text.ts';
import { claimsOnItems } from './item-claims.ts';

/**
 * A save that is not based on the current version is refused, so that nobody's text is overwritten: theirs is in the item, and the refused one
 * stays, whole, with whoever sent it.
 */
export const writeDescription = verb({
  name: 'writeDescription',
  does: 'Write the description of an item, in Markdown.',
  route: ['POST', '/items/{item}/description'],
  input: z.strictObject({
    item: ref('item'),
    /** The version that the text was written over; null where there was none. */
    base: z.string().min(1).max(64).nullable(),
    text: longTextSchema(),
  }),
  needs: (view, { item }) => claimsOnItems(view, 'edit-items', [item]),
  blockers(view, { item, base }) {
    const current = view.get('item', item).description;
    return current === base ? [] : [{ code: 'stale-text', field: 'description', current }];
  },
  run(draft, { item, text }, context) {
    if (text.trim() === '') draft.update('item', item, { description: null });
    else draft.write({ in: 'item', id: item, field: 'description' }, text, context.newId());
  },
});
