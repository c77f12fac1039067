import type { ItemType } from '../backlog/item-type.ts';
import type { View } from '../collections.ts';
import { readyChecksOf, type ReadyCheck } from './ready-check.ts';

/** A check as it is asked of an item: one that the product has, or, without an id, one of the usual ones. */
export type Check = Pick<ReadyCheck, 'type' | 'kind' | 'words' | 'most'> & { readonly id: string | null };

const usual = (kind: ReadyCheck['kind'], type: ItemType | null = null, most: number | null = null): Check => ({ id: null, type, kind, words: '', most });

/** What ready means in a product that has said nothing else. */
export const USUAL_CHECKS: readonly Check[] = [
  usual('estimate'),
  usual('size', null, 13),
  usual('description'),
  usual('criteria', 'story'),
  usual('criteria', 'feature'),
  usual('no-blocker'),
];

/** A product's definition of ready, check by check: its own, or the usual one while it has none. */
export function definitionOf(view: View, product: string): readonly Check[] {
  const own = view.list(readyChecksOf, product);
  return own.length > 0 ? [...own] : USUAL_CHECKS;
}

/** The checks that are asked of one type of item. */
export const checksFor = (view: View, product: string, type: ItemType): readonly Check[] =>
  definitionOf(view, product).filter((check) => check.type === null || check.type === type);
