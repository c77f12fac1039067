import { z } from 'zod';
import { statesOf } from '../backlog/state.ts';
import type { Collections, View } from '../collections.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { ItemFlows, type FlowState } from './item-flows.ts';

type Input = { readonly product: string };

/** What all questions about the flow of a product have in common: which facts they follow, and how these are taken in. */
export const flowFold = {
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: [
    ...['product', 'name', 'group'].map((field) => ({ in: 'state', field })),
    ...['type', 'state', 'parent', 'estimate', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
  ],
  goesBy: (view, { product }) => [
    view.get('product', product).zone,
    ...Array.from(statesNow(view, product), ([id, { name, group }]) => [id, name, group].join(' ')),
  ],
  start: (view, { product }) => new ItemFlows({ product, zone: view.get('product', product).zone, states: statesNow(view, product) }),
  step(state, fact) {
    state.take(fact);
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
} satisfies Omit<HistoryReading<Collections, Input, ItemFlows, unknown>, 'name' | 'does' | 'route' | 'answer'>;

const statesNow = (view: View, product: string): Map<string, FlowState> =>
  new Map(Array.from(view.list(statesOf, product), ({ id, name, group }) => [id, { name, group, isRemoved: false }]));
