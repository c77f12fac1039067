import { z } from 'zod';
import { verb } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';

const onItem = (item: string | null | undefined): Claim[] => (item ? [{ may: 'edit-items', on: { in: 'item', id: item } }] : []);
const onPerson = (owner: string | null | undefined): Claim[] => (owner ? [{ may: 'read', on: { in: 'member', id: owner } }] : []);

export const raiseImpediment = verb({
  name: 'raiseImpediment',
  does: 'Say what keeps a team from going on, or holds up one of its items.',
  route: ['POST', '/teams/{team}/impediments'],
  input: z.strictObject({
    team: ref('team'),
    title: textSchema(500),
    item: ref('item').nullable().default(null),
    owner: ref('member').nullable().default(null),
  }),
  needs: (_, { team, item, owner }) => [{ may: 'edit-items', on: { in: 'team', id: team } }, ...onItem(item), ...onPerson(owner)],
  blockers(view, { team, item }) {
    return item === null || view.get('team', team).products.includes(view.get('item', item).product) ? [] : [{ code: 'other-product', item }];
  },
  run(draft, { team, title, item, owner }, context) {
    const raisedOn = dayIn(draft.workspace.get('team', team).zone, context.now);
    draft.create('impediment', { id: context.newId(), team, item, title, owner, raisedOn, resolvedOn: null, resolution: '' });
  },
});

export const updateImpediment = verb({
  name: 'updateImpediment',
  does: 'Change what an impediment is called, or who sees to it.',
  route: ['PATCH', '/impediments/{impediment}'],
  input: z.strictObject({ impediment: ref('impediment'), title: textSchema(500).optional(), owner: ref('member').nullable().optional() }),
  needs: (_, { impediment, owner }) => [{ may: 'edit-items', on: { in: 'impediment', id: impediment } }, ...onPerson(owner)],
  run: (draft, { impediment, title, owner }) =>
    draft.update('impediment', impediment, { ...(title === undefined ? {} : { title }), ...(owner === undefined ? {} : { owner }) }),
});

export const resolveImpediment = verb({
  name: 'resolveImpediment',
  does: 'Say that an impediment is out of the way, and how.',
  route: ['POST', '/impediments/{impediment}/resolve'],
  input: z.strictObject({ impediment: ref('impediment'), resolution: optionalTextSchema(1000).default('') }),
  needs: (_, { impediment }) => [{ may: 'edit-items', on: { in: 'impediment', id: impediment } }],
  run(draft, { impediment, resolution }, context) {
    const { team, resolvedOn } = draft.workspace.get('impediment', impediment);
    draft.update('impediment', impediment, { resolvedOn: resolvedOn ?? dayIn(draft.workspace.get('team', team).zone, context.now), resolution });
  },
});
