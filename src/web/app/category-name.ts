import type { Category } from '../../domain/backlog/category.ts';

/** What a category is called; null: work that nobody planned. */
export const categoryName = (category: Category | null): string => (category === null ? 'Unplanned work' : NAMES[category]);

/** The same within a sentence. */
export const categoryInText = (category: Category | null): string => inText(categoryName(category));

/** What one item of a category is: `New feature`, `Technical debt`. */
export const categoryOfOne = (category: Category): string => OF_ONE[category];

/** The same within a sentence. */
export const categoryOfOneInText = (category: Category): string => inText(OF_ONE[category]);

const inText = (name: string): string => name.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());

const OF_ONE: Record<Category, string> = {
  'new-feature': 'New feature',
  enhancement: 'Enhancement',
  defect: 'Defect',
  'ui-enhancement': 'UI enhancement',
  'market-opportunity': 'Market opportunity',
  'technical-debt': 'Technical debt',
  infrastructure: 'Infrastructure',
};

const NAMES: Record<Category, string> = {
  'new-feature': 'New features',
  enhancement: 'Enhancements',
  defect: 'Defects',
  'ui-enhancement': 'UI enhancements',
  'market-opportunity': 'Market opportunities',
  'technical-debt': 'Technical debt',
  infrastructure: 'Infrastructure',
};
