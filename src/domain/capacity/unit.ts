import { rankedRows } from '../backlog/open.ts';
import type { View, WorkspaceDraft } from '../collections.ts';
import { pointsOf } from '../estimation/estimate.ts';
import type { Unit } from '../product/product.ts';

/** What a product's lines are counted in: as a person chose, and until the first line is drawn what the backlog suggests. */
export const unitOf = (view: View, product: string): Unit => view.get('product', product).unit ?? suggestedUnit(view, product);

/** Items where under a fifth of the open rows have points, else points. */
function suggestedUnit(view: View, product: string): Unit {
  const rows = view.list(rankedRows, product);
  let enough = Math.ceil(rows.length / 5);
  for (const { estimate } of rows) {
    if (pointsOf(estimate) !== null) enough--;
    if (enough <= 0) return 'points';
  }
  return rows.length === 0 ? 'points' : 'items';
}

/** The first line settles the unit; from then on it changes only when a person changes it. */
export function settleUnit(draft: WorkspaceDraft, product: string): void {
  if (draft.workspace.get('product', product).unit === null) draft.update('product', product, { unit: suggestedUnit(draft.workspace, product) });
}
