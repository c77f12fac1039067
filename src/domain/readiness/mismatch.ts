import { z } from 'zod';
import { criteriaOf } from '../backlog/criterion.ts';
import type { Item } from '../backlog/item.ts';
import { groupOf, rankedRows } from '../backlog/open.ts';
import { reading, type View } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Line } from '../cutline/line.ts';
import { ref } from '../kernel/ref.ts';
import { readinessOf } from './readiness.ts';

/** `not-ready`: next up, and checks are open. `over-detailed`: far down, and worked out already. */
export type Mismatch = 'not-ready' | 'over-detailed';

/** Without a line, the bottom begins after so many times the rows that are next up. */
const BOTTOM_AFTER = 3;

/** Where the top of a ranking ends and its bottom begins, as rank keys: what stands at or above the one, at or below the other. Null: nothing does. */
export interface Bounds {
  readonly nextUpTo: string | null;
  readonly bottomFrom: string | null;
}

/** The bounds of a product: the bottom begins after the last row that a line takes, but never among the rows that are next up. */
export function boundsOf(view: View, product: string, lines: readonly Pick<Line, 'after'>[]): Bounds {
  const rows = view.list(rankedRows, product);
  const { nextUp } = view.get('product', product);
  const taken = lines.map(({ after }) => (after === null ? 0 : view.placeOf(rankedRows, product, view.get('item', after)) + 1));
  const bottom = lines.length === 0 ? nextUp * BOTTOM_AFTER : Math.max(nextUp, ...taken);
  return { nextUpTo: rows.at(Math.min(nextUp, rows.length) - 1)?.rank ?? null, bottomFrom: rows.at(bottom)?.rank ?? null };
}

/** What is wrong with how far a ranked row is worked out, where it stands; null when nothing is. */
export function mismatchOf(view: View, item: Item, { nextUpTo, bottomFrom }: Bounds): Mismatch | null {
  if (nextUpTo !== null && item.rank <= nextUpTo) {
    const found = readinessOf(view, item);
    return found !== null && found.met < found.of ? 'not-ready' : null;
  }
  return bottomFrom !== null && item.rank >= bottomFrom && isWorkedOut(view, item) ? 'over-detailed' : null;
}

/** Far down an item should be one line. What somebody decided to build, by a release or a sprint, is no matter of its rank. */
function isWorkedOut(view: View, item: Item): boolean {
  if (item.release !== null || item.sprint !== null) return false;
  const group = groupOf(view, item);
  if (group === 'ready') return true;
  return group === 'backlog' && view.list(criteriaOf, item.id).length > 0;
}

/** How many of the rows that are next up are not ready. */
export function notReadyNextUp(view: View, product: string): number {
  const rows = view.list(rankedRows, product);
  const last = Math.min(view.get('product', product).nextUp, rows.length);
  let count = 0;
  for (let place = 0; place < last; place += 1) {
    const found = readinessOf(view, rows.at(place)!);
    if (found !== null && found.met < found.of) count += 1;
  }
  return count;
}

export const mismatches = reading({
  name: 'mismatches',
  does: 'The rows that are next up and not ready, and those far down that are worked out already.',
  route: '/products/{product}/mismatches',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of(view, { product }, asking): { nextUp: number; notReady: string[]; overDetailed: string[] } {
    const bounds = boundsOf(view, product, cutLines(view, product, asking).lines);
    const found = { nextUp: view.get('product', product).nextUp, notReady: [] as string[], overDetailed: [] as string[] };
    for (const item of view.list(rankedRows, product)) {
      const mismatch = mismatchOf(view, item, bounds);
      if (mismatch !== null) found[mismatch === 'not-ready' ? 'notReady' : 'overDetailed'].push(item.id);
    }
    return found;
  },
});
