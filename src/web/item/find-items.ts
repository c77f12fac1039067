import { fold, wordMatcher, wordsOf } from '../../domain/backlog/filter.ts';
import { itemsByRank, type Item } from '../../domain/backlog/item.ts';
import { keyOf } from '../../domain/backlog/item-key.ts';
import type { View } from '../../domain/collections.ts';

/**
 * The first items whose key or title has every word that was typed: product by product as they are given, in each the best ranked first; one
 * that is named by its whole key comes before all.
 */
export function findItems(
  view: View,
  products: readonly string[],
  { typed, most, fits }: { typed: string; most: number; fits: (item: Item) => boolean },
): Item[] {
  const words = wordsOf(typed);
  const hasWords = wordMatcher(view, words);
  const named: Item[] = [];
  const found: Item[] = [];
  for (const item of itemsOf(view, products)) {
    const isNamed = words.length === 1 && words[0] === fold(keyOf(view, item) ?? '');
    if ((!isNamed && found.length >= most) || !hasWords(item) || !fits(item)) continue;
    (isNamed ? named : found).push(item);
  }
  return [...named, ...found].slice(0, most);
}

function* itemsOf(view: View, products: readonly string[]): Generator<Item> {
  for (const product of products) yield* view.list(itemsByRank, product);
}
