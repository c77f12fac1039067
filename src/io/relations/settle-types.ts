import type { ItemType } from '../../domain/backlog/item-type.ts';
import { isTaskLike } from '../names/item-type-of.ts';
import type { DraftItem } from '../rows/draft-item.ts';
import { each, type Step } from '../steps.ts';
import type { Parents } from './find-parents.ts';

/**
 * Settles the types that a name alone does not tell: a “task” below a story, bug or chore is a task where it has no children of its own; and
 * rows without a type get one by where they stand in their tree.
 */
export function* settleTypes(drafts: readonly DraftItem[], parents: Parents): Generator<Step, void> {
  const hasChildren = new Set(parents.values());
  const untyped = new Set(drafts.filter(({ typeName }) => typeName === ''));
  const places = yield* placesInTree(untyped.size > 0 ? drafts : [], parents);
  const heights = heightsOf(places);
  yield* each(drafts, (draft) => {
    const parent = parents.get(draft);
    const place = untyped.has(draft) ? places.get(draft) : undefined;
    if (place) draft.item.type = typeInTree(place.depth, { height: heights.get(place.root) ?? 0, hasChildren: hasChildren.has(draft) });
    else if (parent && isTaskLike(draft.typeName) && draft.item.type === 'chore' && isStorySized(parent) && !hasChildren.has(draft)) draft.item.type = 'task';
  });
}

const isStorySized = ({ item }: DraftItem): boolean => item.type === 'story' || item.type === 'bug' || item.type === 'chore';

const LEVELS: readonly ItemType[] = ['epic', 'feature', 'story', 'task'];

/** A row on its own is a story; with children it is a feature, and with grandchildren an epic. What ends a branch is a story, or a task below one. */
function typeInTree(depth: number, { height, hasChildren }: { height: number; hasChildren: boolean }): ItemType {
  if (height === 0) return 'story';
  const level = LEVELS[Math.min(depth + (height === 1 ? 1 : 0), 3)]!;
  return hasChildren || level === 'task' ? level : 'story';
}

interface TreePlace {
  readonly root: DraftItem;
  readonly depth: number;
}

/** Where each row stands: its root, and how many parents are above it. Every row is visited once, however deep a tree is. */
export function* placesInTree(drafts: readonly DraftItem[], parents: Parents): Generator<Step, ReadonlyMap<DraftItem, TreePlace>> {
  const places = new Map<DraftItem, TreePlace>();
  yield* each(drafts, (draft) => {
    const path: DraftItem[] = [];
    let at: DraftItem | undefined = draft;
    for (; at && !places.has(at); at = parents.get(at)) path.push(at);
    let place = at && places.get(at);
    for (const one of path.reverse()) {
      place = place ? { root: place.root, depth: place.depth + 1 } : { root: one, depth: 0 };
      places.set(one, place);
    }
  });
  return places;
}

/** How many levels lie below each root. */
function heightsOf(places: ReadonlyMap<DraftItem, TreePlace>): ReadonlyMap<DraftItem, number> {
  const heights = new Map<DraftItem, number>();
  for (const { root, depth } of places.values()) heights.set(root, Math.max(heights.get(root) ?? 0, depth));
  return heights;
}
