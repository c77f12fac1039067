import type { ItemType } from './item-type.ts';

/** What kind of work an item is, whatever its size. */
export const CATEGORIES = ['new-feature', 'enhancement', 'defect', 'ui-enhancement', 'market-opportunity', 'technical-debt', 'infrastructure'] as const;
export type Category = (typeof CATEGORIES)[number];

const OF_TYPE: Record<ItemType, Category> = {
  epic: 'new-feature',
  feature: 'new-feature',
  story: 'new-feature',
  bug: 'defect',
  chore: 'technical-debt',
  task: 'new-feature',
};

/** The category that somebody gave an item, else that of its type. */
export const categoryOf = ({ category, type }: { readonly category: Category | null; readonly type: ItemType }): Category => category ?? OF_TYPE[type];
