import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import type { View } from '../../domain/collections.ts';
import { listed, type Rows } from '../ui/rows.ts';
import type { RowDrag } from '../ui/use-row-drag.ts';
import type { DragPoint, RowPlace } from '../ui/use-row-drag.ts';
import { aboutRow } from './list-state.ts';
import { isItemRow } from './row-order.ts';

/** What is being dragged, where it would go, and how all would then stand. */
export interface Lift {
  readonly row: string;
  readonly items: readonly string[];
  /** The rows as they were shown when it was lifted: the list holds still under the pointer. */
  readonly rows: Rows;
  readonly start: DragPoint;
  readonly place: PlaceInput | null;
  /** The workspace as it would be after the drop; null outside the list. */
  readonly after: View | null;
}

export interface ListDrag {
  readonly rows: Rows;
  /** All rows as they stand, lines among them. */
  readonly all: () => Rows;
  readonly canRank: boolean;
  /** The workspace with the move done, on a fork; null when a rule forbids it. */
  readonly preview: (items: readonly string[], place: PlaceInput) => View | null;
  readonly onMove: (items: readonly string[], place: PlaceInput) => void;
  /** Said to screen readers while dragging. */
  readonly say: (items: readonly string[], place: PlaceInput, after: View) => string;
}

/** Dragging rows: nothing is changed before the drop, and everything that the drop would do is shown. */
export function useListDrag(drag: ListDrag): { lift: Lift | null; rowDrag: RowDrag | undefined } {
  const [lift, setLift] = useState<Lift | null>(null);
  const newest = useRef(drag);
  useLayoutEffect(() => {
    newest.current = drag;
  });
  const now = useRef<Lift | null>(null);
  const rowDrag = useMemo<RowDrag>(() => {
    const change = (next: Lift | null) => {
      now.current = next;
      setLift(next);
    };
    return {
      canLift: (id) => isItemRow(id),
      onLift: (id, start) => {
        const items = aboutRow(id);
        change({ row: id, items, rows: listed(newest.current.rows.slice()), start, place: null, after: null });
        return items.length === 1 ? 'Lifted one item' : `Lifted ${items.length} items`;
      },
      onOver: (over) => {
        const before = now.current;
        // The others that are dragged along stand beside the slot by now: over them is where the pointer was already.
        if (!before || (over && before.place && before.items.includes(over.row))) return undefined;
        const place = over && placeOf(newest.current.all(), over, new Set(before.items));
        const after = place && newest.current.preview(before.items, place);
        change({ ...before, place: after ? place : null, after: after ?? null });
        return place && after ? newest.current.say(before.items, place, after) : 'Not here';
      },
      onDrop: () => {
        const done = now.current;
        change(null);
        if (done?.place) newest.current.onMove(done.items, done.place);
      },
      onCancel: () => {
        change(null);
        return 'Everything is as it was';
      },
    };
  }, []);
  return { lift, rowDrag: drag.canRank ? rowDrag : undefined };
}

/** Between two visible rows is directly under the upper one; above the first row is directly above it. Lines and lifted rows are looked past. */
function placeOf(rows: Rows, { row, edge }: RowPlace, lifted: ReadonlySet<string>): PlaceInput | null {
  const stays = (id: string) => isItemRow(id) && !lifted.has(id);
  const at = rows.indexOf(row);
  for (let above = edge === 'below' ? at : at - 1; above >= 0; above--) if (stays(rows.at(above)!)) return { after: rows.at(above)! };
  for (let below = 0; below < rows.length; below++) if (stays(rows.at(below)!)) return { before: rows.at(below)! };
  return null;
}
