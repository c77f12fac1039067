import { USUAL_TEAM } from '../src/domain/team/team.ts';
import { NO_WIP_LIMIT } from '../src/domain/backlog/state.ts';
import { USUAL_PRODUCT } from '../src/domain/product/product.ts';
import { z } from 'zod';
import type { Command, Host } from '../src/db/host.ts';
import { verb, type Collections } from '../src/domain/collections.ts';
import { createItems } from '../src/domain/backlog/create-items.ts';
import { moveItems } from '../src/domain/backlog/move-items.ts';
import type { Call } from '../src/domain/kernel/perform.ts';
import { newMutation } from './new-mutation.ts';

/** A product with two states and a team, written by the system: what commands in tests of the database stand on. */
const makeProduct = verb({
  name: 'makeProduct',
  does: 'Make a product with two states and a team.',
  route: ['POST', '/test-products'],
  input: z.strictObject({ key: z.string() }),
  needs: () => [],
  run(draft, { key }, context) {
    const product = context.newId();
    draft.create('product', { id: product, key, name: key, goal: '', unit: 'points', sizeLimit: null, zone: 'UTC', lastNumber: 0, ...USUAL_PRODUCT });
    draft.create('state', { id: context.newId(), product, name: 'Open', group: 'backlog', place: 0, ...NO_WIP_LIMIT });
    draft.create('state', { id: context.newId(), product, name: 'Done', group: 'done', place: 0, ...NO_WIP_LIMIT });
    draft.create('team', { id: context.newId(), name: `Team ${key}`, products: [product], pace: 10, zone: 'UTC', ...USUAL_TEAM });
  },
});

/** Writes an item's description as a new version. */
export const describeItem = verb({
  name: 'describeItem',
  does: 'Write the description of an item.',
  route: ['POST', '/test-descriptions'],
  input: z.strictObject({ item: z.string(), body: z.string() }),
  needs: () => [],
  run: (draft, { item, body }, context) => draft.write({ in: 'item', id: item, field: 'description' }, body, context.newId()),
});

type AnyCall = Call<Collections>;
type Verb = AnyCall['verb'];

/** A command of the system itself. */
export const command = (definition: unknown, input: unknown, more: Partial<Command> = {}): Command => ({
  mutation: newMutation(),
  actor: null,
  calls: [{ verb: definition as Verb, input }],
  access: null,
  ...more,
});

export const createItemsCommand = (product: string, titles: readonly string[], more: Partial<Command> = {}): Command =>
  command(createItems, createItems.input.parse({ product, items: titles.map((title) => ({ title })) }), more);

export const moveCommand = (input: { product: string; items: readonly string[]; place: object }, more: Partial<Command> = {}): Command =>
  command(moveItems, moveItems.input.parse(input), more);

/** A product in a workspace, with so many items. Gives the product's id and the items' in rank order. */
export async function smallPlan(host: Host, { key = 'APP', items = 5 } = {}): Promise<{ product: string; items: string[] }> {
  const made = await host.run(command(makeProduct, { key }));
  const [first] = made.entry!.changes;
  const product = (first as { record: { id: string } }).record.id;
  if (items === 0) return { product, items: [] };
  const answer = await host.run(
    createItemsCommand(
      product,
      Array.from({ length: items }, (_, at) => `Item ${at + 1}`),
    ),
  );
  return { product, items: answer.entry!.changes.flatMap((change) => (change.op === 'create' && change.in === 'item' ? [change.record.id] : [])) };
}

/** What tests of the database call their workspace. */
export const newWorkspace = {
  slug: 'northwind',
  name: 'Northwind',
  isExample: false,
  admin: { name: 'Ada', email: 'ada@northwind.example', account: null },
} as const;
