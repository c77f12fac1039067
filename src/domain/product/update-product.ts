import { z } from 'zod';
import { verb } from '../collections.ts';
import { amount, SIZES, type Size } from '../estimation/estimate.ts';
import { zoneSchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import type { Product } from './product.ts';

export const updateProduct = verb({
  name: 'updateProduct',
  does: 'Change a product: its name, its goal, what its lines are counted in, how long its backlog may get, how many rows are next up, what T-shirt sizes count as, its time zone.',
  route: ['PATCH', '/products/{product}'],
  input: z.strictObject({
    product: ref('product'),
    name: textSchema(100).optional(),
    goal: optionalTextSchema(500).optional(),
    unit: z.enum(['points', 'items']).optional(),
    sizeLimit: z.int().min(1).max(1_000_000).nullable().optional(),
    nextUp: z.int().min(1).max(1000).optional(),
    /** All sizes, each with the points that it counts as. */
    sizePoints: z.strictObject(Object.fromEntries(SIZES.map((size) => [size, amount])) as Record<Size, typeof amount>).optional(),
    zone: zoneSchema.optional(),
  }),
  needs: (_, { product }) => [{ may: 'edit-product', on: { in: 'product', id: product } }],
  run(draft, { product, ...values }) {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Product>; // what was left out stays
    draft.update('product', product, given);
  },
});
