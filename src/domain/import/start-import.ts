import { z } from 'zod';
import { NO_WIP_LIMIT, statesOf } from '../backlog/state.ts';
import { verb, type WorkspaceDraft } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { foldName, textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { importStateSchema } from './import-row.ts';

export const startImport = verb({
  name: 'startImport',
  does: 'Begin to take a file into a product: its states are made where they are not known yet.',
  route: ['POST', '/products/{product}/imports'],
  input: z.strictObject({
    product: ref('product'),
    file: textSchema(260),
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
    rows: z.int().min(1).max(200_000),
    states: z.array(importStateSchema).max(200),
    /** The highest number among the file's own keys of this product, so that rows without one get numbers after it. */
    highestNumber: z.int().min(0).max(1_000_000_000),
  }),
  needs: (_, { product }) => [{ may: 'import', on: { in: 'product', id: product } }],
  run(draft, { product, file, hash, rows, states, highestNumber }, context) {
    // First, so that the import's id is known before: its entries are one act, this one among them.
    const counts = { rows, done: 0, made: 0, updated: 0, unchanged: 0, skipped: 0 };
    draft.create('import', { id: context.newId(), product, file, hash, state: 'running', startedAt: context.now, ...counts });
    const { lastNumber } = draft.workspace.get('product', product);
    if (context.givesNumbers) draft.update('product', product, { lastNumber: Math.max(lastNumber, highestNumber) });
    for (const state of states) makeState(draft, product, { ...state, context });
  },
});

function makeState(draft: WorkspaceDraft, product: string, { name, group, context }: z.infer<typeof importStateSchema> & { context: Context }): void {
  const all = [...draft.workspace.list(statesOf, product)];
  if (all.some((state) => sameName(state.name, name))) return;
  const place = 1 + Math.max(-1, ...all.filter((state) => state.group === group).map((state) => state.place));
  draft.create('state', { id: context.newId(), product, name, group, place, ...NO_WIP_LIMIT });
}

/** Names are the same whatever their case and however their accents are encoded. */
const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b);
