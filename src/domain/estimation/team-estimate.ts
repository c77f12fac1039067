import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What an item takes of a team that works on it besides its own. */
export interface TeamEstimate extends Entity {
  readonly item: string;
  readonly team: string;
  readonly points: number;
}

export const teamEstimatesOf: IndexOf<TeamEstimate> = { name: 'teamEstimatesOf', in: 'teamEstimate', group: ({ item }) => item, order: ({ team }) => team };

/** What was said that items take of a team besides their own. */
export const estimatesOfTeam: IndexOf<TeamEstimate> = { name: 'estimatesOfTeam', in: 'teamEstimate', group: ({ team }) => team, order: ({ item }) => item };

export const teamEstimates: Collection<TeamEstimate> = {
  name: 'teamEstimate',
  resource: 'team-estimates',
  fields: {
    item: { kind: 'ref', label: 'Item', to: 'item', by: teamEstimatesOf },
    team: { kind: 'ref', label: 'Team', to: 'team' },
    points: { kind: 'number', label: 'Points' },
  },
};
