import { NEW_RELEASE } from './release.ts';
import { z } from 'zod';
import { verb } from '../collections.ts';
import { settleUnit } from '../capacity/unit.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import { refusesLead, refusesPassed } from './release-rules.ts';
import { refusesEarly } from '../kernel/refuses-early.ts';

export const createRelease = verb({
  name: 'createRelease',
  does: 'Plan a release of a product. With a date it draws a line across the backlog.',
  route: ['POST', '/products/{product}/releases'],
  input: z.strictObject({
    product: ref('product'),
    name: textSchema(100),
    goal: optionalTextSchema(500).default(''),
    startOn: daySchema.nullable().default(null),
    dueOn: daySchema.nullable().default(null),
    state: z.enum(['planned', 'active']).default('planned'),
    lead: ref('member').nullable().default(null),
    teams: z.array(ref('team')).max(100).default([]),
  }),
  needs: (_, { product }) => [{ may: 'plan-releases', on: { in: 'product', id: product } }],
  blockers: (view, { product, startOn, dueOn, lead }, context) => [
    ...refusesPassed(view, { product, date: dueOn }, context),
    ...refusesEarly(startOn, dueOn),
    ...refusesLead(view, lead),
  ],
  run(draft, { teams, ...release }, context) {
    draft.create('release', { ...NEW_RELEASE, ...release, id: context.newId(), teams: [...new Set(teams)].sort() });
    if (release.dueOn !== null) settleUnit(draft, release.product);
  },
});
