import type { Item } from '../../domain/backlog/item.ts';
import type { View } from '../../domain/collections.ts';
import { nameIn } from '../app/name-in.ts';
import { places } from '../app/places.ts';

/** Where an item is found: its product's backlog with the item open. */
export function addressOf(view: View, item: Item): string {
  const [workspace] = view.all('workspace');
  if (!workspace) throw new Error('a workspace has a record of its own');
  return places.item({ workspace: workspace.slug, product: view.get('product', item.product).key }, nameIn(view)('item', item.id));
}
