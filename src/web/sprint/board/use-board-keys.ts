import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { Board } from '../../../domain/sprint/board.ts';
import { useList } from '../../backlog/list-state.ts';
import { useListKeys } from '../../backlog/use-list-keys.ts';
import { listed } from '../../ui/rows.ts';
import { toasts } from '../../ui/toasts.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { cellOf, type BoardPlace } from './card-moves.ts';

export interface BoardKeys {
  readonly board: Board;
  readonly canEdit: boolean;
  readonly canPlan: boolean;
  readonly onOpen: (item: string) => void;
  readonly onMove: (card: string, place: BoardPlace) => void;
}

/** The cards in the order in which the keys go through them: column after column, lane after lane. */
export const cardsInOrder = ({ lanes, columns }: Board): string[] => lanes.flatMap(({ cells }) => columns.flatMap(({ id }) => cells[id] ?? []));

/** The keys of the board: those of every list; ← → to the next column, ] and [ take the card along, Alt with ↑ ↓ moves it in its column. */
export function useBoardKeys({ board, canEdit, canPlan, onOpen, onMove }: BoardKeys): void {
  const cards = cardsInOrder(board);
  const within = ([card]: readonly string[], place: PlaceInput) => {
    const cell = card === undefined ? undefined : cellOf(board, card);
    if (!cell || card === undefined) return;
    const others = cell.cards.filter((id) => id !== card);
    const before = beforeOf(others, place);
    if (before === undefined) toasts.show('It is at the end of its column already');
    else onMove(card, { ...cell, before });
  };
  useListKeys({
    rows: listed(cards),
    canEdit,
    canRank: canPlan,
    onOpen,
    onMove: within,
    onAdd: null,
    onIndent: null,
  });
  const cursor = () => useList.getState().cursor;
  const neighbour = (by: 1 | -1) => {
    const cell = cursor() === null ? undefined : cellOf(board, cursor()!);
    const at = cell ? board.columns.findIndex(({ id }) => id === cell.column) : -1;
    return { cell, column: at < 0 ? undefined : board.columns[at + by] };
  };
  const look = (by: 1 | -1) => () => {
    const { cell } = neighbour(by);
    if (!cell) return;
    const lane = board.lanes.find(({ id }) => id === cell.lane)!;
    const ids = board.columns.map(({ id }) => id);
    const beyond = by === 1 ? ids.slice(ids.indexOf(cell.column) + 1) : ids.slice(0, ids.indexOf(cell.column)).reverse();
    const next = beyond.map((id) => lane.cells[id] ?? []).find(({ length }) => length > 0);
    if (next) useList.getState().set({ cursor: next[Math.min(cell.cards.indexOf(cursor()!), next.length - 1)]! });
  };
  const take = (by: 1 | -1) => () => {
    const { cell, column } = neighbour(by);
    if (cell && column) onMove(cursor()!, { lane: cell.lane, column: column.id, before: undefined });
  };
  const isHere = () => cursor() !== null;
  useKeys([
    { keys: 'ArrowRight', description: 'The next column', group: 'Board', run: look(1), when: isHere },
    { keys: 'ArrowLeft', description: 'The column before', group: 'Board', run: look(-1), when: isHere },
    { keys: ']', description: 'Take the card to the next column', group: 'Board', run: take(1), when: () => canEdit && isHere() },
    { keys: '[', description: 'Take the card to the column before', group: 'Board', run: take(-1), when: () => canEdit && isHere() },
  ]);
}

/** Above which of the others a card comes to stand; null: under all; undefined: the place is in another column. */
function beforeOf(others: readonly string[], place: PlaceInput): string | null | undefined {
  if ('to' in place) return place.to === 'top' ? (others[0] ?? null) : null;
  if ('before' in place) return others.includes(place.before) ? place.before : undefined;
  if (!('after' in place) || !others.includes(place.after)) return undefined;
  return others[others.indexOf(place.after) + 1] ?? null;
}
