import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { View } from '../../../domain/collections.ts';
import { boardOf, type Board, type BoardLook } from '../../../domain/sprint/board.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { nameIn } from '../../app/name-in.ts';
import { OverList } from '../../backlog/OverList.tsx';
import { clickRow } from '../../backlog/click-row.ts';
import { useList } from '../../backlog/list-state.ts';
import { useCommand, useLook, useMay, useShown } from '../../store/hooks.ts';
import { listed } from '../../ui/rows.ts';
import { toasts } from '../../ui/toasts.ts';
import { BoardCells } from './BoardCells.tsx';
import { BoardLooks } from './BoardLooks.tsx';
import { callsOfMove, canStand, type BoardPlace } from './card-moves.ts';
import { useBoardLook } from './use-board-look.ts';
import { useBoardDrag } from './use-board-drag.tsx';
import { cardsInOrder, useBoardKeys } from './use-board-keys.ts';

export interface BoardViewProps {
  readonly sprint: Sprint;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** The sprint under way, by how far its cards are. */
export function BoardView({ sprint, product, onOpen }: BoardViewProps) {
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const boardIn = useCallback((view: View, look: BoardLook) => boardOf(view, sprint, look), [sprint]);
  return <BoardOfCards name={sprint.name} team={sprint.team} sprint={sprint.id} product={product} canPlan={canPlan} boardIn={boardIn} onOpen={onOpen} />;
}

export interface BoardOfCardsProps {
  readonly name: string;
  /** Whose columns they are. */
  readonly team: string | null;
  /** Whose order the cards are moved in; null: they have none of their own here. */
  readonly sprint: string | null;
  readonly product: string;
  readonly canPlan: boolean;
  /** The same as long as it is the same board. */
  readonly boardIn: (view: View, look: BoardLook) => Board;
  readonly onOpen: (item: string) => void;
}

/** Cards by how far they are: dragged or taken along by key to another state, lane or place. */
export function BoardOfCards({ name, team, sprint, product, canPlan, boardIn, onOpen }: BoardOfCardsProps) {
  const view = useShown();
  const command = useCommand();
  const { look, change } = useBoardLook();
  const set = useList((list) => list.set);
  const scroller = useRef<HTMLDivElement>(null);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const now = useLook((at) => boardIn(at, look), [boardIn, look]);
  const move = (card: string, place: BoardPlace) => {
    if (!canStand({ view, board: now, look, card, place })) return void toasts.show(`${nameIn(view)('item', card)} does not go there`);
    const calls = callsOfMove({ view, board: now, look, sprint, card, place, canPlan });
    const column = now.columns.find(({ id }) => id === place.column)?.name;
    if (calls.length > 0) command(calls, { toast: `${nameIn(view)('item', card)}: ${column}` });
  };
  const { board, lifted, layer } = useBoardDrag(scroller, {
    board: now,
    canDrag: canEdit,
    canStand: (card, place) => canStand({ view, board: now, look, card, place }),
    onMove: move,
  });
  const rows = useMemo(() => listed(cardsInOrder(now)), [now]);
  useEffect(() => set({ rows }), [rows, set]);
  useBoardKeys({ board: now, canEdit, canPlan, onOpen, onMove: move });
  useCursorInView(scroller);
  return (
    <div className="flex h-full flex-col">
      {team !== null && <BoardLooks team={team} look={look} onChange={change} />}
      <div
        ref={scroller}
        role="region"
        aria-label={`Board of ${name}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keys of the cards start here
        tabIndex={0}
        data-row-scroller
        onClick={(event) => withCard(event.target, (id) => clickRow(id, event, { rows, onOpen }))}
        onContextMenu={(event) =>
          withCard(event.target, (id) => {
            event.preventDefault();
            set({ cursor: id, menu: { row: id, x: event.clientX, y: event.clientY } });
          })
        }
        className="min-h-0 flex-1 overflow-auto bg-ground outline-none select-none"
      >
        <BoardCells board={board} lifted={lifted} canEdit={canEdit} lanes={look.lanes} />
      </div>
      {layer}
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}

/** The card that the keys are for is kept in view. */
function useCursorInView(scroller: React.RefObject<HTMLDivElement | null>): void {
  const cursor = useList((list) => list.cursor);
  useEffect(() => {
    if (cursor !== null) scroller.current?.querySelector(`[data-row="${cursor}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor, scroller]);
}

function withCard(target: EventTarget, act: (id: string) => void): void {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
  if (row !== undefined && !row.startsWith('end:')) act(row);
}
