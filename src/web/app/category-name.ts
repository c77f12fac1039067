import type { Category } from '../../domain/backlog/category.ts';

/** What a category is called; null: work that nobody planned. */
export const categoryName = (category: Category | null): string => (category === null ? 'Unplanned work' : NAMES[category]);

/** The same within a sentence. */
export const categoryInText = (category: Category | null): string => inText(categoryName(category));

/** A name as it stands within a sentence. */
export const inText = (name: string): string => name.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());

const NAMES: Record<Category, string> = {
  'new-feature': 'New features',
  enhancement: 'Enhancements',
  defect: 'Defects',
  'ui-enhancement': 'UI enhancements',
  'market-opportunity': 'Market opportunities',
  'technical-debt': 'Technical debt',
  infrastructure: 'Infrastructure',
};
