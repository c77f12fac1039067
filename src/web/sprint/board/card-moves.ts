import type { View } from '../../../domain/collections.ts';
import type { Board, BoardLook, StateColumn } from '../../../domain/sprint/board.ts';
import { CATEGORIES } from '../../../domain/backlog/category.ts';
import { ITEM_TYPES } from '../../../domain/backlog/item-type.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import { estimateOfLane, laneOf, stateOfLane, TAGS_BETWEEN, type LanesBy } from '../../../domain/sprint/lanes.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';

/** Where a card goes on a board. */
export interface BoardPlace {
  readonly lane: string;
  readonly column: string;
  /** The card that it stands above; null: the last one; undefined: wherever the sprint's order has it. */
  readonly before: string | null | undefined;
}

/** The free space at the end of a cell takes part in dragging like a card. */
export const endOf = (lane: string, column: string): string => `end:${column}:${lane}`;
export const isCard = (id: string): boolean => !id.startsWith('end:');

/** The cell that a card is in; undefined when it is not on the board. */
export function cellOf(board: Board, card: string): { lane: string; column: string; cards: readonly string[] } | undefined {
  for (const { id: lane, cells } of board.lanes)
    for (const { id: column } of board.columns) if (cells[column]?.includes(card)) return { lane, column, cards: cells[column] };
  return undefined;
}

/** The place that the pointer means. */
export function placeOn(board: Board, { row, edge }: RowPlace, lifted: string): BoardPlace | null {
  if (!isCard(row)) {
    // A lane may be called anything.
    const [, column = '', ...lane] = row.split(':');
    return { lane: lane.join(':'), column, before: null };
  }
  const cell = cellOf(board, row);
  if (!cell || row === lifted) return null;
  const others = cell.cards.filter((id) => id !== lifted);
  return { lane: cell.lane, column: cell.column, before: edge === 'above' ? row : (others[others.indexOf(row) + 1] ?? null) };
}

/** The board as it would stand after the drop. */
export function withMoved(board: Board, card: string, { lane, column, before }: BoardPlace): Board {
  const without = (cards: readonly string[]) => cards.filter((id) => id !== card);
  const put = (cards: readonly string[]) => {
    const at = before == null ? -1 : cards.indexOf(before);
    return at < 0 ? [...cards, card] : [...cards.slice(0, at), card, ...cards.slice(at)];
  };
  // A cell that nothing comes into and nothing leaves stays the same one, so that it is not drawn again.
  const placed = (cards: readonly string[], isHere: boolean) => (isHere ? put(without(cards)) : cards.includes(card) ? without(cards) : cards);
  const lanes = board.lanes.map(({ id, cells }) => ({
    id,
    cells: Object.fromEntries(Object.entries(cells).map(([name, cards]) => [name, placed(cards, id === lane && name === column)])),
  }));
  return { ...board, lanes };
}

export interface CardMove {
  readonly view: View;
  readonly board: Board;
  readonly look: BoardLook;
  /** Null: the cards have no order of their own here. */
  readonly sprint: string | null;
  readonly card: string;
  readonly place: BoardPlace;
  /** Whether the order in the sprint may be changed too. */
  readonly canPlan: boolean;
}

/** What a move of a card does: another state, another person, another place in the sprint's order; what is so already is left out. */
export function callsOfMove(move: CardMove): NamedCall[] {
  const { view, board, look, sprint, card, place, canPlan } = move;
  if (!canStand(move)) return [];
  const cell = (board.lanes.find(({ id }) => id === place.lane)?.cells[place.column] ?? []).filter((id) => id !== card);
  const last = cell.at(-1);
  const order = !canPlan || place.before === undefined || last === undefined ? null : place.before === null ? { after: last } : { before: place.before };
  return [
    ...callsOfColumn(move),
    ...callsOfLane(view, card, { by: look.lanes, lane: place.lane }),
    ...(order === null || sprint === null ? [] : [{ verb: 'moveInSprint' as const, input: { sprint, items: [card], place: order } }]),
  ];
}

/** Whether a card can become what column and lane are both of: nothing goes over to another product, is in two states at once, or is given somebody's hours. */
export function canStand({ view, board, look, card, place: { lane, column: to } }: Pick<CardMove, 'view' | 'board' | 'look' | 'card' | 'place'>): boolean {
  const item = view.get('item', card);
  const column = board.columns.find(({ id }) => id === to);
  if (!column) return false;
  if (column.of === 'states' && !column.states.includes(item.state) && stateFor(view, column, card) === undefined) return false;
  if (laneOf(view, item, look.lanes) === lane && look.lanes !== 'state' && look.lanes !== 'assignee') return true;
  switch (look.lanes) {
    case 'product':
      return false;
    case 'estimate':
      return item.estimate?.kind !== 'hours' && (lane === '' || estimateOfLane(lane) !== null);
    case 'assignee':
      return column.of === 'states' || (column.person ?? '') === lane;
    case 'state': {
      const state = stateOfLane(view, item.product, lane);
      return state !== undefined && (column.of === 'person' || column.states.includes(state.id));
    }
    default:
      return true;
  }
}

/** What a card becomes in another column: it is in another state, or somebody else has it. */
function callsOfColumn({ view, board, look, card, place }: CardMove): NamedCall[] {
  const { state, assignee } = view.get('item', card);
  const column = board.columns.find(({ id }) => id === place.column);
  if (column?.of === 'person')
    return column.person === assignee || look.lanes === 'assignee' ? [] : [{ verb: 'updateItems', input: { items: [card], assignee: column.person } }];
  // Lanes of states say the state exactly.
  const into = column && look.lanes !== 'state' && !column.states.includes(state) ? stateFor(view, column, card) : undefined;
  return into === undefined ? [] : [{ verb: 'setState', input: { items: [card], state: into } }];
}

/** What a card becomes in another lane: somebody else's, of another type, in another release, under another parent, with other tags. */
function callsOfLane(view: View, card: string, { by, lane }: { by: LanesBy; lane: string }): NamedCall[] {
  const item = view.get('item', card);
  if (laneOf(view, item, by) === lane) return [];
  const items = [card];
  const other = lane === '' ? null : lane;
  switch (by) {
    case 'none':
    case 'product':
      return [];
    case 'assignee':
      return [{ verb: 'updateItems', input: { items, assignee: other } }];
    case 'state':
      return [{ verb: 'setState', input: { items, state: stateOfLane(view, item.product, lane)!.id } }]; // it can stand there
    case 'epic':
    case 'parent':
      return [{ verb: 'setParent', input: { items, parent: other } }];
    case 'type':
      return [{ verb: 'updateItems', input: { items, type: ITEM_TYPES.find((type) => type === lane) } }];
    case 'category':
      return [{ verb: 'updateItems', input: { items, category: CATEGORIES.find((category) => category === lane) ?? null } }];
    case 'estimate':
      return [{ verb: 'updateItems', input: { items, estimate: estimateOfLane(lane) } }];
    case 'tag':
      return [{ verb: 'updateItems', input: { items, tags: lane === '' ? [] : lane.split(TAGS_BETWEEN) } }];
    case 'release':
      return [{ verb: 'putInRelease', input: { items, release: other } }];
    case 'due':
      return [{ verb: 'updateItems', input: { items, dueOn: other as Day | null } }]; // a lane of days is a day
  }
}

/** The first state of a column in the card's own workflow. */
function stateFor(view: View, { states }: StateColumn, card: string): string | undefined {
  const { product } = view.get('item', card);
  return states.find((id) => view.get('state', id).product === product);
}
