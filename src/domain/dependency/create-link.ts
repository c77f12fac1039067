import { z } from 'zod';
import { claimsOnItems } from '../backlog/item-claims.ts';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { LINK_TYPES } from './link.ts';
import { brokenLink } from './link-rules.ts';

export const createLink = verb({
  name: 'createLink',
  does: 'Say that an item blocks, relates to or duplicates another one, also in another product.',
  route: ['POST', '/links'],
  input: z.strictObject({ type: z.enum(LINK_TYPES), from: ref('item'), to: ref('item') }),
  needs: (view, { from, to }) => claimsOnItems(view, 'edit-items', [from, to]),
  blockers(view, link) {
    const broken = brokenLink(view, { id: '', ...link });
    return broken ? [broken] : [];
  },
  run: (draft, { type, from, to }, context) => draft.create('link', { id: context.newId(), type, from, to }),
});

export const removeLink = verb({
  name: 'removeLink',
  does: 'Take a link between two items away.',
  route: ['DELETE', '/links/{link}'],
  input: z.strictObject({ link: ref('link') }),
  needs: (view, { link }) => claimsOnItems(view, 'edit-items', [view.get('link', link).from, view.get('link', link).to]),
  run: (draft, { link }) => draft.remove('link', link),
});
