import { z } from 'zod';
import { verb } from '../collections.ts';
import { zoneSchema } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { refusesLeftInSprint } from '../sprint/left-in-sprint.ts';
import { textSchema } from '../kernel/text.ts';
import { paceSchema, paceSetTo, workingFrom, workingSchema } from '../team/team-schema.ts';

export const updateTeam = verb({
  name: 'updateTeam',
  does: 'Change a team: its name, products and zone, how much it delivers in two weeks, whether it works in sprints or in flow, its working days, sprint length, WIP limit and how many hours are a point.',
  route: ['PATCH', '/teams/{team}'],
  input: z.strictObject({
    team: ref('team'),
    name: textSchema(100).optional(),
    products: z.array(ref('product')).min(1).max(200).optional(),
    pace: paceSchema.nullable().optional(),
    zone: zoneSchema.optional(),
    ...workingSchema,
  }),
  needs: (_, { team, products = [] }) => [
    { may: 'set-capacity', on: { in: 'team', id: team } },
    ...products.map((id): Claim => ({ may: 'set-capacity', on: { in: 'product', id } })),
  ],
  blockers: (view, { team: id, products }) => (products === undefined ? [] : refusesLeftInSprint(view, { id, products })),
  run(draft, { team, name, products, pace, zone, ...working }, { now }) {
    draft.update('team', team, {
      ...(name === undefined ? {} : { name }),
      ...(products === undefined ? {} : { products: [...new Set(products)].sort() }),
      ...(pace === undefined ? {} : paceSetTo(pace, zone ?? draft.workspace.get('team', team).zone, now)),
      ...(zone === undefined ? {} : { zone }),
      ...workingFrom(working),
    });
  },
});
