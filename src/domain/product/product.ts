import type { Size } from '../estimation/estimate.ts';
import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What lines and capacity are counted in. */
export type Unit = 'points' | 'items';

/** What is built, with a backlog of its own. */
export interface Product extends Entity {
  /** Starts the keys of its items, e.g. `APP`. */
  readonly key: string;
  readonly name: string;
  /** What it is to achieve next; empty while nobody has said. */
  readonly goal: string;
  /** Null until the first line is drawn. */
  readonly unit: Unit | null;
  /** At most this many open items; null: no limit. */
  readonly sizeLimit: number | null;
  /** IANA name of the zone whose day is the product's. */
  readonly zone: string;
  /** The highest number given to an item. Never taken back, never reused. */
  readonly lastNumber: number;
  /** How many rows from the top on are next up: they should be ready. */
  readonly nextUp: number;
  /** How many points a T-shirt size counts as where there are no points. */
  readonly sizePoints: Readonly<Record<Size, number>>;
}

export const USUAL_PRODUCT = { nextUp: 20, sizePoints: { XS: 1, S: 2, M: 3, L: 5, XL: 8, XXL: 13 } } as const satisfies Partial<Product>;

export const products: Collection<Product> = {
  name: 'product',
  resource: 'products',
  fields: {
    key: { kind: 'text', label: 'Key', max: 10 },
    name: { kind: 'text', label: 'Name', max: 100 },
    goal: { kind: 'text', label: 'Product goal', max: 500 },
    unit: { kind: 'choice', label: 'Unit' },
    sizeLimit: { kind: 'number', label: 'Size limit' },
    zone: { kind: 'text', label: 'Time zone', max: 64 },
    lastNumber: { kind: 'number', label: 'Last number', lasting: true },
    nextUp: { kind: 'number', label: 'Next up' },
    sizePoints: { kind: 'json', label: 'Points of T-shirt sizes' },
  },
};

/** All products by key. */
export const productsByKey: IndexOf<Product> = { name: 'productsByKey', in: 'product', group: () => 'all', order: ({ key }) => key };

/** What a product's key looks like: 2 to 10 capital letters and digits, a letter first. */
export const PRODUCT_KEY = /^[A-Z][A-Z0-9]{1,9}$/;
