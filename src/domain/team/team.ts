import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** People who deliver together. */
export interface Team extends Entity {
  readonly name: string;
  /** The products it works on. */
  readonly products: readonly string[];
  /** What it delivers in two weeks, in the unit of its products; null while nobody has said. */
  readonly pace: number | null;
  /** IANA name of the zone whose day is the team's. */
  readonly zone: string;
}

/** All teams by name. */
export const teamsByName: IndexOf<Team> = { name: 'teamsByName', in: 'team', group: () => 'all', order: ({ name }) => name };

export const teams: Collection<Team> = {
  name: 'team',
  resource: 'teams',
  fields: {
    name: { kind: 'text', label: 'Name', max: 100 },
    products: { kind: 'refs', label: 'Products', to: 'product' },
    pace: { kind: 'number', label: 'Pace per two weeks', history: true },
    zone: { kind: 'text', label: 'Time zone', max: 64 },
  },
};
