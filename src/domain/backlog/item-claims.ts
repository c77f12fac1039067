import type { View } from '../collections.ts';
import type { Claim, May } from '../kernel/permission.ts';

/** A permission on every item named, asked once for each product: that is what an item's permissions depend on. */
export function claimsOnItems(view: View, may: May, items: readonly string[]): Claim[] {
  const products = new Set(items.map((id) => view.get('item', id).product));
  return Array.from(products, (id) => ({ may, on: { in: 'product', id } }));
}
