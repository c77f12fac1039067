import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { View } from '../../../domain/collections.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import { aboutRow, useList } from '../../backlog/list-state.ts';
import { useTryOut, useWithVerb } from '../../store/hooks.ts';
import { RowDragLayer } from '../../ui/RowDragLayer.tsx';
import { useRowDrag, type DragPoint, type RowDrag, type RowPlace } from '../../ui/use-row-drag.ts';
import { PlanRow } from '../plan/PlanRow.tsx';
import { sideOf, type Lifted, type Sides } from './sides.ts';

interface Lift extends Lifted {
  readonly row: string;
  readonly start: DragPoint;
  readonly call: NamedCall | null;
  /** The workspace as it would be after the drop. */
  readonly after: View | null;
}

export interface SideDrag {
  readonly canDrag: boolean;
  readonly lists: Sides;
  /** The same as they would be in another workspace. */
  readonly listsIn: (view: View) => Sides;
  /** What a drop over a place does; null: nothing. */
  readonly callOf: (lifted: Lifted, over: RowPlace) => NamedCall | null;
  readonly onDrop: (call: NamedCall, items: readonly string[]) => void;
  /** Said to screen readers while dragging. */
  readonly say: (after: View) => string;
}

interface SideDragged {
  /** How all would stand after the drop; null while nothing is dragged over a place. */
  readonly after: View | null;
  readonly lists: Sides;
  readonly lifted: string | null;
  readonly layer: ReactNode;
}

/** Dragging rows from one list to another beside it, and within each: all stands as after the drop, and nothing is changed before it. */
export function useSideDrag(container: RefObject<HTMLDivElement | null>, drag: SideDrag): SideDragged {
  const [lift, setLift] = useState<Lift | null>(null);
  const tryOut = useTryOut();
  const withVerb = useWithVerb('planInSprint');
  useEffect(() => withVerb(() => {}), [withVerb]); // what a drop would do is known before the first drag
  const newest = useRef({ ...drag, tryOut });
  useLayoutEffect(() => {
    newest.current = { ...drag, tryOut };
  });
  const rowDrag = useMemo<RowDrag>(() => {
    let now: Lift | null = null;
    const change = (next: Lift | null) => setLift((now = next));
    return {
      canLift: (row) => sideOf(newest.current.lists, row) !== null,
      onLift: (row, start) => {
        const { lists } = newest.current;
        const side = sideOf(lists, row) ?? 'left';
        const items = aboutRow(row).filter((id) => sideOf(lists, id) === side);
        change({ row, items, side, lists, start, call: null, after: null });
        return items.length === 1 ? 'Lifted one item' : `Lifted ${items.length} items`;
      },
      onOver: (over) => {
        // Those that are dragged stand at the place already: over them is where the pointer was.
        if (!now || (over && now.call && now.items.includes(over.row))) return undefined;
        const call = over && newest.current.callOf(now, over);
        const after = call && newest.current.tryOut(call);
        change({ ...now, call: after ? call : null, after });
        return after ? newest.current.say(after) : 'Not here';
      },
      onDrop: () => {
        const done = now;
        change(null);
        if (done?.call) newest.current.onDrop(done.call, done.items);
      },
      onCancel: () => {
        change(null);
        return 'Everything is as it was';
      },
    };
  }, []);
  const { canDrag, lists, listsIn } = drag;
  const onPress = (row: string, { x, y }: DragPoint) => sideOf(lists, row) !== null && useList.getState().set({ cursor: row, menu: { row, x, y } });
  useRowDrag(container, canDrag ? rowDrag : undefined, onPress);
  const shown = useMemo(() => (lift ? (lift.after ? listsIn(lift.after) : lift.lists) : lists), [lift, lists, listsIn]);
  const layer = lift && (
    <RowDragLayer
      start={lift.start}
      row={
        <div className="h-row">
          <PlanRow id={lift.row} canEdit={false} action={null} />
        </div>
      }
      {...(lift.items.length > 1 ? { aside: `${lift.items.length} items` } : {})}
    />
  );
  return { after: lift?.after ?? null, lists: shown, lifted: lift?.row ?? null, layer };
}
