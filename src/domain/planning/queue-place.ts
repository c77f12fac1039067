import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** Where a team put an item in its queue over several products. It stays when the item leaves the queue, and counts again when it comes back. */
export interface QueuePlace extends Entity {
  readonly team: string;
  readonly item: string;
  /** A fractional key among those of the team. */
  readonly place: string;
}

export const queuePlacesOf: IndexOf<QueuePlace> = { name: 'queuePlacesOf', in: 'queuePlace', group: ({ team }) => team, order: ({ place }) => place };
export const queuePlacesOfItem: IndexOf<QueuePlace> = { name: 'queuePlacesOfItem', in: 'queuePlace', group: ({ item }) => item, order: ({ team }) => team };

export const queuePlaces: Collection<QueuePlace> = {
  name: 'queuePlace',
  resource: 'queue-places',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: queuePlacesOf },
    item: { kind: 'ref', label: 'Item', to: 'item', by: queuePlacesOfItem },
    place: { kind: 'text', label: 'Place in the queue', max: 64 },
  },
};
