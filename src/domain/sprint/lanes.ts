import type { Item } from '../backlog/item.ts';
import { ITEM_TYPES } from '../backlog/item-type.ts';
import type { View } from '../collections.ts';

/** What the rows of a board are made by. */
export const LANES_BY = ['none', 'assignee', 'epic', 'parent', 'type', 'tag', 'release'] as const;
export type LanesBy = (typeof LANES_BY)[number];

/** The lane of a card: the id of a person, an item or a release, a type, or its tags together; empty where it has none. */
export function laneOf(view: View, card: Item, by: LanesBy): string {
  switch (by) {
    case 'none':
      return '';
    case 'assignee':
      return card.assignee ?? '';
    case 'epic':
      return epicOf(view, card);
    case 'parent':
      return card.parent ?? '';
    case 'type':
      return card.type;
    case 'tag':
      return card.tags.join(TAGS_BETWEEN);
    case 'release':
      return card.release ?? '';
  }
}

/** No tag has a line break in it. */
export const TAGS_BETWEEN = '\n';

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

/** Lanes in the order of their first cards, types as everywhere; those that have nothing of the kind last, and always there. */
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
  const all = Array.from(lanes, ([id, own]) => ({ id, cards: own }));
  return by === 'type' ? all.toSorted((a, b) => placeOfType(a.id) - placeOfType(b.id)) : [...all, { id: '', cards: rest }];
}

const placeOfType = (type: string): number => (ITEM_TYPES as readonly string[]).indexOf(type);
