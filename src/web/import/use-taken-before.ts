import { aliasesOf } from '../../domain/backlog/alias.ts';
import { itemsByRank } from '../../domain/backlog/item.ts';
import type { View } from '../../domain/collections.ts';
import { productsByKey } from '../../domain/product/product.ts';
import { useLook } from '../store/hooks.ts';

/** What was taken into a product before: nothing at all, or projects by the keys that their items had. */
export function useTakenBefore(productKey: string): { readonly isEmpty: boolean; readonly known: ReadonlySet<string> } {
  return useLook((view) => takenBefore(view, productKey), [productKey]);
}

function takenBefore(view: View, productKey: string) {
  const product = [...view.list(productsByKey, 'all')].find(({ key }) => key === productKey)?.id ?? '';
  const items = [...view.list(itemsByRank, product)];
  const known = new Set(items.flatMap(({ id }) => Array.from(view.list(aliasesOf, id), ({ key }) => key.replace(/-\d+$/, ''))));
  return { isEmpty: items.length === 0, known };
}
