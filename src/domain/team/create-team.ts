import { z } from 'zod';
import { verb } from '../collections.ts';
import { zoneSchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { USUAL_TEAM } from './team.ts';

/** What a team delivers in two weeks. */
export const paceSchema = z.number().min(0).max(100_000);

/** How long a round is. Longer than four weeks is unusual and allowed. */
const sprintWeeksSchema = z.int().min(1).max(12);

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
    sprintWeeks: sprintWeeksSchema.default(USUAL_TEAM.sprintWeeks),
  }),
  needs: (_, { products }) => products.map((id) => ({ may: 'set-capacity', on: { in: 'product', id } })),
  run(draft, { name, products, pace, zone, sprintWeeks }, context) {
    const own = zone ?? draft.workspace.get('product', products[0]!).zone;
    draft.create('team', { id: context.newId(), name, products: [...new Set(products)].sort(), pace, zone: own, ...USUAL_TEAM, sprintWeeks });
  },
});
