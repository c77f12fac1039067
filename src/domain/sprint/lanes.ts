import { CATEGORIES, categoryOf } from '../backlog/category.ts';
import type { Item } from '../backlog/item.ts';
import { ITEM_TYPES } from '../backlog/item-type.ts';
import { STATE_GROUPS } from '../backlog/state-group.ts';
import { statesOf, type State } from '../backlog/state.ts';
import type { View } from '../collections.ts';
import { SIZES, type Estimate } from '../estimation/estimate.ts';
import { byCodeUnit } from '../kernel/change.ts';

/** What the rows of a board are made by. */
export const LANES_BY = ['none', 'assignee', 'state', 'epic', 'parent', 'type', 'category', 'estimate', 'tag', 'release', 'due', 'product'] as const;
export type LanesBy = (typeof LANES_BY)[number];

/** The lane of a card: the id of a person, an item, a release or a product, the name of a state, a type, a category, a size, a day, or its tags together; empty where it has none. */
export function laneOf(view: View, card: Item, by: LanesBy): string {
  switch (by) {
    case 'none':
      return '';
    case 'assignee':
      return card.assignee ?? '';
    case 'state':
      return view.get('state', card.state).name;
    case 'epic':
      return epicOf(view, card);
    case 'parent':
      return card.parent ?? '';
    case 'type':
      return card.type;
    case 'category':
      return categoryOf(card);
    case 'estimate':
      return card.estimate === null ? '' : laneOfEstimate(card.estimate);
    case 'tag':
      return card.tags.join(TAGS_BETWEEN);
    case 'release':
      return card.release ?? '';
    case 'due':
      return card.dueOn ?? '';
    case 'product':
      return card.product;
  }
}

/** No tag has a line break in it. */
export const TAGS_BETWEEN = '\n';

/** The state of a product that a lane of states is of: workflows of several products share the lanes of what they call the same. */
export const stateOfLane = (view: View, product: string, lane: string): State | undefined =>
  Array.from(view.list(statesOf, product)).find(({ name }) => name === lane);

/** The estimate that a lane is of; null for hours, which nobody is given by moving a card, and for none. */
export function estimateOfLane(lane: string): Estimate | null {
  const size = SIZES.find((one) => `size ${one}` === lane);
  if (size !== undefined) return { kind: 'size', value: size };
  return lane.startsWith('points ') ? { kind: 'points', value: Number(lane.slice('points '.length)) } : null;
}

function laneOfEstimate(estimate: Estimate): string {
  return estimate.kind === 'hours' ? `hours ${estimate.remaining ?? estimate.original ?? 0}` : `${estimate.kind} ${estimate.value}`;
}

/** The highest one above it, of whatever type: most often its epic. */
function epicOf(view: View, card: Item): string {
  let top = '';
  for (let above = card.parent; above !== null; above = view.get('item', above).parent) top = above;
  return top;
}

export interface Lane {
  readonly id: string;
  readonly cards: readonly Item[];
}

/** Lanes in the order of their first cards; types, categories, states, sizes and days in their own. Those that have nothing of the kind last, and always there where there may be such. */
export function lanesOf(view: View, cards: readonly Item[], by: LanesBy): Lane[] {
  if (by === 'none') return [{ id: '', cards }];
  const lanes = new Map<string, Item[]>();
  for (const card of cards) {
    const id = laneOf(view, card, by);
    const lane = lanes.get(id);
    if (lane) lane.push(card);
    else lanes.set(id, [card]);
  }
  const rest = lanes.get('') ?? [];
  lanes.delete('');
  const all = Array.from(lanes, ([id, own]) => ({ id, cards: own, place: placeOf(view, own[0]!, by) }));
  const sorted = all.toSorted((a, b) => byCodeUnit(a.place, b.place)).map(({ id, cards: own }) => ({ id, cards: own }));
  return isAlwaysSome(by) ? sorted : [...sorted, { id: '', cards: rest }];
}

/** Every item has a type, a state, a category and a product. */
const isAlwaysSome = (by: LanesBy): boolean => by === 'type' || by === 'state' || by === 'category' || by === 'product';

/** Where the lane of a card stands, to sort by; empty: in the order of the first cards. */
function placeOf(view: View, card: Item, by: LanesBy): string {
  switch (by) {
    case 'type':
      return padded(ITEM_TYPES.indexOf(card.type));
    case 'category':
      return padded(CATEGORIES.indexOf(categoryOf(card)));
    case 'state': {
      const { group, id } = view.get('state', card.state);
      return `${padded(STATE_GROUPS.indexOf(group))} ${padded(Array.from(view.list(statesOf, card.product)).findIndex((state) => state.id === id))}`;
    }
    case 'estimate':
      return placeOfEstimate(card.estimate!);
    case 'due':
      return card.dueOn!;
    default:
      return '';
  }
}

/** Points, then sizes, then hours, each from small to large. */
function placeOfEstimate(estimate: Estimate): string {
  if (estimate.kind === 'points') return `0 ${padded(estimate.value)}`;
  return estimate.kind === 'size' ? `1 ${padded(SIZES.indexOf(estimate.value))}` : `2 ${padded(estimate.remaining ?? estimate.original ?? 0)}`;
}

const padded = (value: number): string => value.toFixed(3).padStart(12, '0');
