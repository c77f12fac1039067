import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';

/**
 * What somebody sees of an item that is hidden from them but changes a figure that they see, a blocker in another product: that there is
 * one and whether it is still open, without number, title or id. It has the id of the link, and it exists in views only; nobody writes it.
 */
export interface Occupied extends Entity {
  readonly open: boolean;
}

export const occupied: Collection<Occupied> = { name: 'occupied', resource: null, fields: { open: { kind: 'flag', label: 'Open' } } };
