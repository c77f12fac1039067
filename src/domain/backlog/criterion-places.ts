import type { WorkspaceDraft } from '../collections.ts';
import { keysUnder } from '../kernel/filled-keys.ts';
import { criteriaOf } from './criterion.ts';

/** Keys for `count` criteria under another one of the item (null: at the top; undefined: at the end). */
export function criterionPlaces(
  draft: WorkspaceDraft,
  item: string,
  { after, count, moving }: { after: string | null | undefined; count: number; moving?: string },
): string[] {
  const all = Array.from(draft.workspace.list(criteriaOf, item)).filter(({ id }) => id !== moving);
  const { fresh, standing } = keysUnder(all, { after: after === undefined ? (all.at(-1)?.id ?? null) : after, count });
  all.forEach(({ id }, at) => draft.update('criterion', id, { place: standing[at]! }));
  return fresh;
}
