import type { View } from '../../domain/collections.ts';
import { isOpenRelease, releasesByDate } from '../../domain/release/release.ts';
import { productsByKey } from '../../domain/product/product.ts';
import { useLook } from '../store/hooks.ts';
import type { At } from './places.ts';

/** The small figures beside the places of a product. */
export function useCounts(at: At | null): { readonly openReleases: number } {
  return useLook((view) => ({ openReleases: openReleases(view, at) }), [at?.product]);
}

function openReleases(view: View, at: At | null): number {
  const product = at === null ? undefined : productOfKey(view, at.product);
  return product === undefined ? 0 : [...view.list(releasesByDate, product)].filter(isOpenRelease).length;
}

/** The id of the product with a key. */
export function productOfKey(view: View, key: string): string | undefined {
  for (const product of view.list(productsByKey, 'all')) if (product.key === key) return product.id;
  return undefined;
}
