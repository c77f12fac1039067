import type { Category } from '../backlog/category.ts';
import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** A part of a team's capacity that is kept for one kind of work, or for work that nobody planned. */
export interface Share extends Entity {
  readonly team: string;
  /** Null: unplanned work. */
  readonly category: Category | null;
  /** Per cent of the capacity. */
  readonly percent: number;
}

export const sharesOf: IndexOf<Share> = { name: 'sharesOf', in: 'share', group: ({ team }) => team, order: ({ category }) => category ?? '' };

export const shares: Collection<Share> = {
  name: 'share',
  resource: 'shares',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: sharesOf },
    category: { kind: 'choice', label: 'Category' },
    percent: { kind: 'number', label: 'Share' },
  },
};
