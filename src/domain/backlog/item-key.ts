import type { View } from '../collections.ts';
import type { Item } from './item.ts';

/** `APP-142`; null until the server has given the number. */
export function keyOf(view: View, { product, number }: Pick<Item, 'product' | 'number'>): string | null {
  return number === null ? null : `${view.get('product', product).key}-${number}`;
}
