import { z } from 'zod';
import { verb } from '../collections.ts';
import { zoneSchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { paceSchema, paceSetTo, workingFrom, workingSchema } from './team-schema.ts';
import { USUAL_TEAM } from './team.ts';

export const createTeam = verb({
  name: 'createTeam',
  does: 'Name a team that works on one or more products.',
  route: ['POST', '/teams'],
  input: z.strictObject({
    name: textSchema(100),
    products: z.array(ref('product')).min(1).max(200),
    pace: paceSchema.nullable().default(null),
    /** Left out: the first product's. */
    zone: zoneSchema.optional(),
    ...workingSchema,
  }),
  needs: (_, { products }) => products.map((id) => ({ may: 'set-capacity', on: { in: 'product', id } })),
  run(draft, { name, products, pace, zone, ...working }, context) {
    const own = zone ?? draft.workspace.get('product', products[0]!).zone;
    const team = { id: context.newId(), name, products: [...new Set(products)].sort(), zone: own };
    draft.create('team', { ...team, ...USUAL_TEAM, ...paceSetTo(pace, own, context.now), ...workingFrom(working) });
  },
});
