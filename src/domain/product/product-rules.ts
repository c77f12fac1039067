import { brokenWorkflow } from '../backlog/state-rules.ts';
import type { View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { productsByKey, type Product } from './product.ts';

/** What must be so of every product: no other one has its key, and its workflow has a beginning and an end. */
export const brokenProduct = (view: View, product: Product): Blocker | null => keyTaken(view, product) ?? brokenWorkflow(view, product.id);

/** Whether another product has a key. */
export function keyTaken(view: View, { id, key }: Pick<Product, 'id' | 'key'>): Blocker | null {
  for (const other of view.list(productsByKey, 'all')) if (other.key === key && other.id !== id) return { code: 'key-taken', key };
  return null;
}
