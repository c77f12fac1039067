import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** A round of work that items belonged to where they came from: a name to show and to filter by. */
export interface Sprint extends Entity {
  readonly product: string;
  readonly name: string;
}

export const sprintsByName: IndexOf<Sprint> = { name: 'sprintsByName', in: 'sprint', group: ({ product }) => product, order: ({ name }) => name };

export const sprints: Collection<Sprint> = {
  name: 'sprint',
  resource: 'sprints',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: sprintsByName },
    name: { kind: 'text', label: 'Name', max: 100 },
  },
};
