import { byCodeUnit } from '../kernel/change.ts';
import type { Item } from './item.ts';

/** Whether a row of a product ranks above another one of it. */
export const isAbove = (a: Item, b: Item): boolean => (byCodeUnit(a.rank, b.rank) || byCodeUnit(a.id, b.id)) < 0;
