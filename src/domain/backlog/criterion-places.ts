import { generateNKeysBetween } from 'fractional-indexing';
import type { WorkspaceDraft } from '../collections.ts';
import { criteriaOf } from './criterion.ts';

const LONGEST = 24;

/**
 * Keys for `count` criteria under another one of the item (null: at the top; undefined: at the end). An item has few of them, so when there
 * is no room for short keys all of them get new ones.
 */
export function criterionPlaces(
  draft: WorkspaceDraft,
  item: string,
  { after, count, moving }: { after: string | null | undefined; count: number; moving?: string },
): string[] {
  const all = Array.from(draft.workspace.list(criteriaOf, item)).filter(({ id }) => id !== moving);
  const at = after === undefined ? all.length : all.findIndex(({ id }) => id === after) + 1;
  const above = all[at - 1]?.place ?? null;
  const below = all[at]?.place ?? null;
  if (above === null || below === null || above < below) {
    const keys = generateNKeysBetween(above, below, count);
    if (keys.every(({ length }) => length <= LONGEST)) return keys;
  }
  const keys = generateNKeysBetween(null, null, all.length + count);
  all.forEach(({ id }, n) => draft.update('criterion', id, { place: keys[n < at ? n : n + count]! }));
  return keys.slice(at, at + count);
}
