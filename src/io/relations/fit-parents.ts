import { isLarger, type ItemType } from '../../domain/backlog/item-type.ts';
import type { ProblemList } from '../problem-list.ts';
import type { DraftItem } from '../rows/draft-item.ts';
import type { SourceLink } from '../source-row.ts';
import { each, type Step } from '../steps.ts';
import type { Parents } from './find-parents.ts';
import { sorted } from './rank-order.ts';
import { placesInTree } from './settle-types.ts';

const NEXT_LARGER: Readonly<Partial<Record<ItemType, ItemType>>> = { task: 'story', story: 'feature', bug: 'feature', chore: 'feature', feature: 'epic' };

/** Makes parents larger until they are larger than their children, from the leaves up, as far as types go. */
export function* liftParents(drafts: readonly DraftItem[], parents: Parents): Generator<Step, void> {
  const places = yield* placesInTree(drafts, parents);
  const withParent = drafts.filter((draft) => parents.has(draft));
  const deepestFirst = yield* sorted(withParent, (a, b) => places.get(b)!.depth - places.get(a)!.depth);
  yield* each(deepestFirst, (draft) => {
    const { item } = parents.get(draft)!;
    while (!isLarger(item.type, draft.item.type) && NEXT_LARGER[item.type]) item.type = NEXT_LARGER[item.type]!;
  });
}

/** A parent that is not larger than its child can't be one: the tie becomes a link of the kind `relates`, and that is said. */
export function unfitToRelates(draft: DraftItem, parents: Parents, problems: ProblemList): SourceLink | null {
  const parent = parents.get(draft);
  if (!parent || isLarger(parent.item.type, draft.item.type)) return null;
  parents.delete(draft);
  const names = `${parent.item.key ?? `row ${parent.item.row}`} (${parent.item.type})`;
  const message = `Row ${draft.item.row}: ${names} can't be the parent of ${draft.item.type === 'epic' ? 'an' : 'a'} ${draft.item.type}, because it is not larger; the two are linked as related instead.`;
  problems.add({ code: 'parent-not-larger', loses: 'cell', row: draft.item.row, column: draft.parents[0]?.column ?? null, message });
  return { type: 'relates', from: draft.item.source, to: parent.item.source };
}
