import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { membershipsOf, type Membership } from './membership.ts';

/** Per cent of somebody's time. */
const shareSchema = z.int().min(1).max(100);
const hoursSchema = z.number().min(0.5).max(24);

/** Hours of a full day that go into the work of the team, while nobody has said otherwise: meetings and mail take the rest. */
const USUAL_HOURS = 6;
const MOST_PEOPLE = 200;

export const addToTeam = verb({
  name: 'addToTeam',
  does: 'Add a person to a team, with a share of their time and the hours of a day that go into its work.',
  route: ['POST', '/teams/{team}/memberships'],
  input: z.strictObject({
    team: ref('team'),
    member: ref('member'),
    share: shareSchema.default(100),
    hoursPerDay: hoursSchema.default(USUAL_HOURS),
  }),
  // Who is in a team may plan its sprints: that is not for the team itself to give.
  needs: (_, { team, member }) => [
    { may: 'set-capacity', on: { in: 'team', id: team } },
    { may: 'set-capacity', on: { in: 'member', id: member } },
  ],
  blockers: (view, { team, member }) => [...refusesTwice(view, { id: '', team, member }), ...refusesCrowd(view, team)],
  run: (draft, { team, member, share, hoursPerDay }, context) => draft.create('membership', { id: context.newId(), team, member, share, hoursPerDay }),
});

export const updateMembership = verb({
  name: 'updateMembership',
  does: 'Change the share of a person’s time that a team has, or the hours of a day.',
  route: ['PATCH', '/memberships/{membership}'],
  input: z.strictObject({ membership: ref('membership'), share: shareSchema.optional(), hoursPerDay: hoursSchema.optional() }),
  needs: (_, { membership }) => [{ may: 'set-capacity', on: { in: 'membership', id: membership } }],
  run(draft, { membership, share, hoursPerDay }) {
    draft.update('membership', membership, { ...(share === undefined ? {} : { share }), ...(hoursPerDay === undefined ? {} : { hoursPerDay }) });
  },
});

export const removeFromTeam = verb({
  name: 'removeFromTeam',
  does: 'Take a person out of a team.',
  route: ['DELETE', '/memberships/{membership}'],
  input: z.strictObject({ membership: ref('membership') }),
  needs: (_, { membership }) => [{ may: 'set-capacity', on: { in: 'membership', id: membership } }],
  run: (draft, { membership }) => draft.remove('membership', membership),
});

/** What must be so of every membership: a person is in a team once. */
export const brokenMembership = (view: View, membership: Membership): Blocker | null => refusesTwice(view, membership)[0] ?? null;

function refusesTwice(view: View, { id, team, member }: Pick<Membership, 'id' | 'team' | 'member'>): Blocker[] {
  const twin = Array.from(view.list(membershipsOf, team)).some((other) => other.id !== id && other.member === member);
  return twin ? [{ code: 'same-twice', what: 'This person' }] : [];
}

const refusesCrowd = (view: View, team: string): Blocker[] =>
  view.list(membershipsOf, team).length >= MOST_PEOPLE ? [{ code: 'too-many', what: 'People in a team', most: MOST_PEOPLE }] : [];
