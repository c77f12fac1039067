import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What a team means to do otherwise, from the retrospective of a sprint. */
export interface RetroAction extends Entity {
  readonly sprint: string;
  readonly text: string;
  /** What it became in the backlog; null while it is only said. */
  readonly item: string | null;
  /** Its place among the actions of its sprint, from 0. */
  readonly place: number;
}

export const retroActionsOf: IndexOf<RetroAction> = {
  name: 'retroActionsOf',
  in: 'retroAction',
  group: ({ sprint }) => sprint,
  order: ({ place }) => String(place).padStart(6, '0'),
};

/** Where an item comes from, if it is from a retrospective. */
export const retroActionsOfItem: IndexOf<RetroAction> = { name: 'retroActionsOfItem', in: 'retroAction', group: ({ item }) => item, order: () => '' };

export const retroActions: Collection<RetroAction> = {
  name: 'retroAction',
  resource: 'retro-actions',
  fields: {
    sprint: { kind: 'ref', label: 'Sprint', to: 'sprint', by: retroActionsOf },
    text: { kind: 'text', label: 'Action', max: 500 },
    item: { kind: 'ref', label: 'Item', to: 'item', by: retroActionsOfItem },
    place: { kind: 'number', label: 'Place' },
  },
};
