import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** Somebody who works in a team, with a share of their time. */
export interface Membership extends Entity {
  readonly team: string;
  readonly member: string;
  /** Per cent of a full week: shares in several teams add up, and nobody is counted twice. */
  readonly share: number;
  /** Hours of a full working day that go into the work of the team. */
  readonly hoursPerDay: number;
}

export const membershipsOf: IndexOf<Membership> = { name: 'membershipsOf', in: 'membership', group: ({ team }) => team, order: () => '' };

/** The teams that somebody works in. */
export const membershipsOfMember: IndexOf<Membership> = { name: 'membershipsOfMember', in: 'membership', group: ({ member }) => member, order: () => '' };

export const memberships: Collection<Membership> = {
  name: 'membership',
  resource: 'memberships',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: membershipsOf },
    member: { kind: 'ref', label: 'Person', to: 'member', by: membershipsOfMember },
    share: { kind: 'number', label: 'Share of time' },
    hoursPerDay: { kind: 'number', label: 'Hours a day' },
  },
};
