import type { Collections, View } from '../../domain/collections.ts';
import { HIDDEN_TEAM } from '../../domain/team/team.ts';
import type { NameOf } from './refusal-sentence.ts';

/** Names records as people know them: an item by its key, everything else by its name. */
export const nameIn =
  (view: View): NameOf =>
  (collection, id) => {
    if (collection === 'item') {
      const item = view.find('item', id);
      const product = item && view.find('product', item.product);
      return item && product ? `${product.key}-${item.number ?? '…'}` : 'an item that is not there';
    }
    if (id === HIDDEN_TEAM) return 'a team that you cannot see';
    const record = view.find(collection as keyof Collections, id);
    return record && 'name' in record ? (record.name as string) : `a ${collection} that is not there`;
  };
