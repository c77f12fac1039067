import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';

/**
 * What somebody sees of an item that is hidden from them but changes a figure that they see, a blocker in another product say: that there
 * is one and whether it is still open, without number or title. It exists in views only; nobody writes it.
 */
export interface Occupied extends Entity {
  readonly open: boolean;
}

export const occupied: Collection<Occupied> = { name: 'occupied', resource: null, fields: { open: { kind: 'flag', label: 'Open' } } };
