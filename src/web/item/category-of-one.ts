import type { Category } from '../../domain/backlog/category.ts';
import { inText } from '../app/category-name.ts';

/** What one item of a category is: `New feature`, `Technical debt`. */
export const categoryOfOne = (category: Category): string => OF_ONE[category];

/** The same within a sentence. */
export const categoryOfOneInText = (category: Category): string => inText(OF_ONE[category]);

const OF_ONE: Record<Category, string> = {
  'new-feature': 'New feature',
  enhancement: 'Enhancement',
  defect: 'Defect',
  'ui-enhancement': 'UI enhancement',
  'market-opportunity': 'Market opportunity',
  'technical-debt': 'Technical debt',
  infrastructure: 'Infrastructure',
};
