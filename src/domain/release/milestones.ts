import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import { MILESTONE_KINDS, type Milestone } from './milestone.ts';

const nameSchema = textSchema(200);
const kindSchema = z.enum(MILESTONE_KINDS);

/** Who plans a release sets its milestones; those of the product as a whole are for who plans all of its releases. */
const claimOn = ({ product, release }: Pick<Milestone, 'product' | 'release'>): Claim =>
  release === null ? { may: 'plan-releases', on: { in: 'product', id: product } } : { may: 'plan-releases', on: { in: 'release', id: release } };

export const createMilestone = verb({
  name: 'createMilestone',
  does: 'Set a milestone of a release, or of a product as a whole: a day that stands fast.',
  route: ['POST', '/products/{product}/milestones'],
  input: z.strictObject({
    product: ref('product'),
    release: ref('release').nullable().default(null),
    name: nameSchema,
    on: daySchema,
    kind: kindSchema.default('external'),
  }),
  needs: (_, { product, release }) => [{ may: 'read', on: { in: 'product', id: product } }, claimOn({ product, release })],
  blockers: (view, { product, release }) => refusesOther(view, product, release),
  run: (draft, milestone, context) => draft.create('milestone', { id: context.newId(), ...milestone }),
});

export const updateMilestone = verb({
  name: 'updateMilestone',
  does: 'Change a milestone: its name, its day or its kind.',
  route: ['PATCH', '/milestones/{milestone}'],
  input: z.strictObject({ milestone: ref('milestone'), name: nameSchema.optional(), on: daySchema.optional(), kind: kindSchema.optional() }),
  needs: (view, { milestone }) => [claimOn(view.get('milestone', milestone))],
  run(draft, { milestone, name, on, kind }) {
    draft.update('milestone', milestone, {
      ...(name === undefined ? {} : { name }),
      ...(on === undefined ? {} : { on }),
      ...(kind === undefined ? {} : { kind }),
    });
  },
});

export const removeMilestone = verb({
  name: 'removeMilestone',
  does: 'Take a milestone away.',
  route: ['DELETE', '/milestones/{milestone}'],
  input: z.strictObject({ milestone: ref('milestone') }),
  needs: (view, { milestone }) => [claimOn(view.get('milestone', milestone))],
  run: (draft, { milestone }) => draft.remove('milestone', milestone),
});

const refusesOther = (view: View, product: string, release: string | null) =>
  release !== null && view.get('release', release).product !== product ? [{ code: 'not-there' as const, collection: 'release', id: release }] : [];
