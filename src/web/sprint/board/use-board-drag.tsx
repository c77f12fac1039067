import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Board } from '../../../domain/sprint/board.ts';
import { useList } from '../../backlog/list-state.ts';
import { RowDragLayer } from '../../ui/RowDragLayer.tsx';
import { useRowDrag, type DragPoint, type RowDrag } from '../../ui/use-row-drag.ts';
import { BoardCard } from './BoardCard.tsx';
import { isCard, placeOn, withMoved, type BoardPlace } from './card-moves.ts';

interface Lift {
  readonly card: string;
  readonly start: DragPoint;
  /** The board as it was when the card was lifted: it holds still under the pointer. */
  readonly board: Board;
  readonly place: BoardPlace | null;
}

export interface BoardDrag {
  readonly board: Board;
  readonly canDrag: boolean;
  readonly canStand: (card: string, place: BoardPlace) => boolean;
  readonly onMove: (card: string, place: BoardPlace) => void;
}

/** Dragging a card to a column, a person or a place: the board stands as after the drop, and nothing is changed before it. */
export function useBoardDrag(scroller: RefObject<HTMLDivElement | null>, drag: BoardDrag): { board: Board; lifted: string | null; layer: ReactNode } {
  const [lift, setLift] = useState<Lift | null>(null);
  const newest = useRef(drag);
  useLayoutEffect(() => {
    newest.current = drag;
  });
  const rowDrag = useMemo<RowDrag>(() => {
    let now: Lift | null = null;
    const change = (next: Lift | null) => setLift((now = next));
    return {
      canLift: isCard,
      onLift: (card, start) => {
        change({ card, start, board: newest.current.board, place: null });
        return 'Lifted one card';
      },
      onOver: (over) => {
        if (!now) return undefined;
        const meant = over && placeOn(now.place ? withMoved(now.board, now.card, now.place) : now.board, over, now.card);
        const place = meant && newest.current.canStand(now.card, meant) ? meant : null;
        change({ ...now, place });
        return place ? newest.current.board.columns.find(({ id }) => id === place.column)?.name : 'Not here';
      },
      onDrop: (card) => {
        const place = now?.place;
        change(null);
        if (place) newest.current.onMove(card, place);
      },
      onCancel: () => {
        change(null);
        return 'Everything is as it was';
      },
    };
  }, []);
  useRowDrag(scroller, drag.canDrag ? rowDrag : undefined, (row, { x, y }) => isCard(row) && useList.getState().set({ cursor: row, menu: { row, x, y } }));
  const board = useMemo(() => (lift?.place ? withMoved(lift.board, lift.card, lift.place) : (lift?.board ?? drag.board)), [lift, drag.board]);
  const layer = lift && (
    <RowDragLayer
      start={lift.start}
      row={
        <div className="w-64">
          <BoardCard id={lift.card} canEdit={false} />
        </div>
      }
    />
  );
  return { board, lifted: lift?.card ?? null, layer };
}
