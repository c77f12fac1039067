import { z } from 'zod';
import { ITEM_TYPES } from '../backlog/item-type.ts';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { CHANGES_PER_ENTRY } from '../kernel/entry.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { USUAL_CHECKS } from './definition.ts';
import { READY_CHECK_KINDS, readyChecksOf, readyTicksOfCheck, type ReadyCheck } from './ready-check.ts';

const MOST_CHECKS = 50;
const ofProduct = (product: string): Claim[] => [{ may: 'edit-product', on: { in: 'product', id: product } }];
const ofChecks = (...checks: string[]): Claim[] => checks.map((id) => ({ may: 'edit-product', on: { in: 'readyCheck', id } }));
const wordsSchema = textSchema(200);
const mostSchema = z.number().min(0).max(1000);

export const adoptReadyChecks = verb({
  name: 'adoptReadyChecks',
  does: 'Make the usual definition of ready a product’s own, so that it can be changed.',
  route: ['POST', '/products/{product}/ready-checks/adopt'],
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => ofProduct(product),
  blockers: (view, { product }) => (view.list(readyChecksOf, product).length > 0 ? [{ code: 'same-twice', what: 'A definition of ready of its own' }] : []),
  run: (draft, { product }, context) => adoptUsual(draft, product, context),
});

export const addReadyCheck = verb({
  name: 'addReadyCheck',
  does: 'Ask one more thing of an item before it is ready. A product without a definition of its own takes the usual one first.',
  route: ['POST', '/products/{product}/ready-checks'],
  input: z.strictObject({
    product: ref('product'),
    kind: z.enum(READY_CHECK_KINDS),
    /** Null: asked of every type. */
    type: z.enum(ITEM_TYPES).nullable().default(null),
    /** The team's own words, for `own`. */
    words: wordsSchema.nullable().default(null),
    /** The most points, for `size`. */
    most: mostSchema.nullable().default(null),
  }),
  needs: (_, { product }) => ofProduct(product),
  blockers(view, { product, ...check }) {
    const isFull = Math.max(view.list(readyChecksOf, product).length, USUAL_CHECKS.length) >= MOST_CHECKS;
    return [...incomplete(check), ...(isFull ? [{ code: 'too-many', what: 'Checks of ready', most: MOST_CHECKS } as const] : [])];
  },
  run(draft, { product, kind, type, words, most }, context) {
    if (draft.workspace.list(readyChecksOf, product).length === 0) adoptUsual(draft, product, context);
    const place = draft.workspace.list(readyChecksOf, product).length;
    draft.create('readyCheck', { id: context.newId(), product, kind, type, ...told(kind, words, most), place });
  },
});

export const updateReadyCheck = verb({
  name: 'updateReadyCheck',
  does: 'Change a check of ready: of which type it is asked, its words, how large is too large.',
  route: ['PATCH', '/ready-checks/{check}'],
  input: z.strictObject({
    check: ref('readyCheck'),
    type: z.enum(ITEM_TYPES).nullable().optional(),
    words: wordsSchema.optional(),
    most: mostSchema.optional(),
  }),
  needs: (_, { check }) => ofChecks(check),
  run(draft, { check: id, type, words, most }) {
    const check = draft.workspace.get('readyCheck', id);
    draft.update('readyCheck', id, { ...(type === undefined ? {} : { type }), ...told(check.kind, words ?? check.words, most ?? check.most) });
  },
});

export const moveReadyCheck = verb({
  name: 'moveReadyCheck',
  does: 'Move a check of ready under another one, or to the top.',
  route: ['POST', '/ready-checks/{check}/move'],
  input: z.strictObject({ check: ref('readyCheck'), after: ref('readyCheck').nullable() }),
  needs: (_, { check, after }) => ofChecks(check, ...(after === null ? [] : [after])),
  blockers(view, { check, after }) {
    const isElsewhere = after !== null && view.get('readyCheck', after).product !== view.get('readyCheck', check).product;
    return isElsewhere ? [{ code: 'not-there', collection: 'readyCheck', id: after }] : [];
  },
  run(draft, { check, after }) {
    if (after === check) return;
    const ids = inOrder(draft.workspace, draft.workspace.get('readyCheck', check).product).filter((id) => id !== check);
    ids.splice(after === null ? 0 : ids.indexOf(after) + 1, 0, check);
    number(draft, ids);
  },
});

export const removeReadyCheck = verb({
  name: 'removeReadyCheck',
  does: 'No longer ask something of an item before it is ready. Where the last check goes, the usual definition counts again.',
  route: ['DELETE', '/ready-checks/{check}'],
  input: z.strictObject({ check: ref('readyCheck') }),
  needs: (_, { check }) => ofChecks(check),
  blockers(view, { check }) {
    const isTooMuch = view.list(readyTicksOfCheck, check).length >= CHANGES_PER_ENTRY - MOST_CHECKS;
    return isTooMuch ? [{ code: 'too-many', what: 'Items that a check is ticked for', most: CHANGES_PER_ENTRY - MOST_CHECKS - 1 }] : [];
  },
  run(draft, { check }) {
    const { product } = draft.workspace.get('readyCheck', check);
    const ticks = Array.from(draft.workspace.list(readyTicksOfCheck, check), ({ id }) => id);
    for (const id of ticks) draft.remove('readyTick', id);
    draft.remove('readyCheck', check);
    number(draft, inOrder(draft.workspace, product));
  },
});

const adoptUsual = (draft: WorkspaceDraft, product: string, { newId }: Pick<Context, 'newId'>): void =>
  USUAL_CHECKS.forEach((check, place) => draft.create('readyCheck', { ...check, id: newId(), product, place }));

const inOrder = (view: View, product: string): string[] => Array.from(view.list(readyChecksOf, product), ({ id }) => id);

function number(draft: WorkspaceDraft, ids: readonly string[]): void {
  ids.forEach((id, place) => draft.update('readyCheck', id, { place }));
}

/** A check of the team's own needs words, and one of size a limit. */
function incomplete({ kind, words, most }: Pick<ReadyCheck, 'kind' | 'most'> & { words: string | null }): Blocker[] {
  const isOpen = (kind === 'own' && words === null) || (kind === 'size' && most === null);
  return isOpen ? [{ code: 'check-incomplete', kind }] : [];
}

/** What a kind of check has to say, and nothing else. */
const told = (kind: ReadyCheck['kind'], words: string | null, most: number | null): Pick<ReadyCheck, 'words' | 'most'> => ({
  words: kind === 'own' ? (words ?? '') : '',
  most: kind === 'size' ? most : null,
});
