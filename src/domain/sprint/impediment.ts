import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** Something that keeps a team from going on. */
export interface Impediment extends Entity {
  readonly team: string;
  /** The item that it holds up; null: the team as a whole. */
  readonly item: string | null;
  readonly title: string;
  /** Who sees to it; null while nobody does. */
  readonly owner: string | null;
  readonly raisedOn: Day;
  /** Null while it is in the way. */
  readonly resolvedOn: Day | null;
  /** How it went away. */
  readonly resolution: string;
}

/** A team's impediments, oldest first. */
export const impedimentsOf: IndexOf<Impediment> = { name: 'impedimentsOf', in: 'impediment', group: ({ team }) => team, order: ({ raisedOn }) => raisedOn };

/** What holds up an item, oldest first. */
export const impedimentsOfItem: IndexOf<Impediment> = {
  name: 'impedimentsOfItem',
  in: 'impediment',
  group: ({ item }) => item,
  order: ({ raisedOn }) => raisedOn,
};

export const impediments: Collection<Impediment> = {
  name: 'impediment',
  resource: 'impediments',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: impedimentsOf },
    item: { kind: 'ref', label: 'Item', to: 'item', by: impedimentsOfItem },
    title: { kind: 'text', label: 'Impediment', max: 500 },
    owner: { kind: 'ref', label: 'Owner', to: 'member' },
    raisedOn: { kind: 'day', label: 'Raised' },
    resolvedOn: { kind: 'day', label: 'Resolved', history: true },
    resolution: { kind: 'text', label: 'Resolution', max: 1000, with: 'resolvedOn' },
  },
};
