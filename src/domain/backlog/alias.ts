import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** An older key of an item, from before it was imported, moved or merged. It keeps finding the item for ever. */
export interface Alias extends Entity {
  readonly key: string;
  readonly item: string;
}

export const aliasesByKey: IndexOf<Alias> = { name: 'aliasesByKey', in: 'alias', group: ({ key }) => key, order: () => '' };
export const aliasesOf: IndexOf<Alias> = { name: 'aliasesOf', in: 'alias', group: ({ item }) => item, order: ({ key }) => key };

export const aliases: Collection<Alias> = {
  name: 'alias',
  resource: null,
  fields: {
    key: { kind: 'text', label: 'Key', max: 64 },
    item: { kind: 'ref', label: 'Item', to: 'item', by: aliasesOf },
  },
};
