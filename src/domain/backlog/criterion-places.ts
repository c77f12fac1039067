import type { WorkspaceDraft } from '../collections.ts';
import { filledKeys } from '../kernel/filled-keys.ts';
import { criteriaOf } from './criterion.ts';

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
  const places = all.map(({ place }) => place);
  const keys = filledKeys([...places.slice(0, at), ...Array.from({ length: count }, () => null), ...places.slice(at)]);
  all.forEach(({ id }, n) => draft.update('criterion', id, { place: keys[n < at ? n : n + count]! }));
  return keys.slice(at, at + count);
}
