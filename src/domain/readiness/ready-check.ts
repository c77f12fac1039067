import type { ItemType } from '../backlog/item-type.ts';
import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What a check looks at. `own`: the team's own words, ticked by hand. */
export const READY_CHECK_KINDS = ['estimate', 'criteria', 'description', 'no-blocker', 'size', 'own'] as const;
export type ReadyCheckKind = (typeof READY_CHECK_KINDS)[number];

/** One thing that an item must have before it is ready to be worked on. */
export interface ReadyCheck extends Entity {
  readonly product: string;
  /** Null: every type. */
  readonly type: ItemType | null;
  readonly kind: ReadyCheckKind;
  /** The team's own words; empty for the others. */
  readonly words: string;
  /** The most points, for `size`; null for the others. */
  readonly most: number | null;
  /** Its place among the checks, from 0. */
  readonly place: number;
}

/** One of the team's own checks, done for an item. */
export interface ReadyTick extends Entity {
  readonly item: string;
  readonly check: string;
}

/** A product's definition of ready. */
export const readyChecksOf: IndexOf<ReadyCheck> = {
  name: 'readyChecksOf',
  in: 'readyCheck',
  group: ({ product }) => product,
  order: ({ place }) => String(place).padStart(4, '0'),
};
/** The ticks of an item, and those of a check. */
export const readyTicksOf: IndexOf<ReadyTick> = { name: 'readyTicksOf', in: 'readyTick', group: ({ item }) => item, order: ({ check }) => check };
export const readyTicksOfCheck: IndexOf<ReadyTick> = {
  name: 'readyTicksOfCheck',
  in: 'readyTick',
  group: ({ check }) => check,
  order: ({ item }) => item,
};

export const readyChecks: Collection<ReadyCheck> = {
  name: 'readyCheck',
  resource: 'ready-checks',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: readyChecksOf },
    type: { kind: 'choice', label: 'Type' },
    kind: { kind: 'choice', label: 'Check' },
    words: { kind: 'text', label: 'Words', max: 200 },
    most: { kind: 'number', label: 'Most' },
    place: { kind: 'number', label: 'Place' },
  },
};

export const readyTicks: Collection<ReadyTick> = {
  name: 'readyTick',
  resource: 'ready-ticks',
  fields: {
    item: { kind: 'ref', label: 'Item', to: 'item', by: readyTicksOf },
    check: { kind: 'ref', label: 'Check', to: 'readyCheck', by: readyTicksOfCheck },
  },
};
