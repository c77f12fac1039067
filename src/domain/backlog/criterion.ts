import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import { textSchema } from '../kernel/text.ts';

/** What a criterion says. */
export const criterionText = textSchema(1000);

/** An acceptance criterion: one line of an item's checklist. */
export interface Criterion extends Entity {
  readonly item: string;
  readonly text: string;
  readonly done: boolean;
  /** A fractional key among the item's criteria; ties by id. */
  readonly place: string;
}

export const criteriaOf: IndexOf<Criterion> = { name: 'criteriaOf', in: 'criterion', group: ({ item }) => item, order: ({ place }) => place };

export const criteria: Collection<Criterion> = {
  name: 'criterion',
  resource: 'criteria',
  fields: {
    item: { kind: 'ref', label: 'Item', to: 'item', by: criteriaOf },
    text: { kind: 'text', label: 'Criterion', max: 1000 },
    done: { kind: 'flag', label: 'Met', history: true },
    place: { kind: 'text', label: 'Place', max: 64 },
  },
};
