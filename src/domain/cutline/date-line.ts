import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** A day set by hand of which one wants to see how far down the backlog it leads. It promises nothing and changes no other line. */
export interface DateLine extends Entity {
  readonly product: string;
  readonly on: Day;
  /** Empty: it goes by its date. */
  readonly name: string;
}

export const dateLinesOf: IndexOf<DateLine> = { name: 'dateLinesOf', in: 'dateLine', group: ({ product }) => product, order: ({ on }) => on };

export const dateLineRecords: Collection<DateLine> = {
  name: 'dateLine',
  resource: 'date-lines',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: dateLinesOf },
    on: { kind: 'day', label: 'Date' },
    name: { kind: 'text', label: 'Name', max: 100 },
  },
};
