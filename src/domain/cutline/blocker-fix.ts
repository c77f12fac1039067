import type { Item } from '../backlog/item.ts';
import { isInBacklog } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import type { Fix } from './fix.ts';
import { isAbove } from '../backlog/is-above.ts';
import type { Lines } from './line.ts';

/** How a held row is freed in one step: the blocker above it, or into its release. What needs two steps, or is not in this backlog, has none. */
export function blockerFix(view: View, lines: Lines, { item, by, line }: { item: Item; by: string; line: string }): Fix[] {
  const blocker = view.get('item', by);
  if (blocker.product !== lines.product || !isInBacklog(view, blocker) || blocker.type === 'task') return [];
  const isCandidate = blocker.release === null || blocker.release === line;
  if (isAbove(blocker, item)) {
    return isCandidate ? [] : [{ code: 'put-blocker-in', call: { verb: 'putInRelease', input: { items: [by], release: line } }, asks: null }];
  }
  if (!isCandidate) return [];
  return [{ code: 'move-blocker-above', call: { verb: 'moveItems', input: { product: lines.product, items: [by], place: { before: item.id } } }, asks: null }];
}
