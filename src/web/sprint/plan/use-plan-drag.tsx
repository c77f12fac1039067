import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { View } from '../../../domain/collections.ts';
import { loadOf } from '../../../domain/planning/sprint-load.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import { aboutRow, useList } from '../../backlog/list-state.ts';
import { useShown, useTryOut, useWithVerb } from '../../store/hooks.ts';
import { RowDragLayer } from '../../ui/RowDragLayer.tsx';
import { useRowDrag, type DragPoint, type RowDrag } from '../../ui/use-row-drag.ts';
import { PlanRow } from './PlanRow.tsx';
import { callOfDrop, planLists, sideOf, type Lifted, type Planning, type PlanLists } from './plan-lists.ts';
import { isAddRow, placeAmongCards } from './task-rows.ts';

interface Lift extends Lifted {
  readonly row: string;
  readonly start: DragPoint;
  readonly call: NamedCall | null;
  /** The workspace as it would be after the drop. */
  readonly after: View | null;
}

interface PlanDrag {
  readonly planning: Planning;
  readonly lists: PlanLists;
  readonly onDrop: (call: NamedCall, items: readonly string[]) => void;
}

interface PlanDragged {
  /** How all would stand after the drop; null while nothing is dragged over a place. */
  readonly after: View | null;
  readonly lists: PlanLists;
  readonly lifted: string | null;
  readonly layer: ReactNode;
}

/** Dragging rows into the sprint, out of it and on either side: lists and load stand as after the drop, and nothing is changed before it. */
export function usePlanDrag(container: RefObject<HTMLDivElement | null>, drag: PlanDrag): PlanDragged {
  const [lift, setLift] = useState<Lift | null>(null);
  const tryOut = useTryOut();
  const withVerb = useWithVerb('planInSprint');
  useEffect(() => withVerb(() => {}), [withVerb]); // what a drop would do is known before the first drag
  const view = useShown();
  const newest = useRef({ ...drag, tryOut, view });
  useLayoutEffect(() => {
    newest.current = { ...drag, tryOut, view };
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
        const { planning, tryOut: preview, view: shown } = newest.current;
        const call = over && callOfDrop(now, placeAmongCards(shown, over), planning);
        const after = call && preview(call);
        change({ ...now, call: after ? call : null, after });
        return after ? sayLoad(after, planning) : 'Not here';
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
  const { planning, lists } = drag;
  useRowDrag(
    container,
    planning.canPlan ? rowDrag : undefined,
    (row, { x, y }) => !isAddRow(row) && useList.getState().set({ cursor: row, menu: { row, x, y } }),
  );
  const { sprint, product, from, canPlan, canRank } = planning;
  const shown = useMemo(
    () => (lift ? (lift.after ? planLists(lift.after, { sprint, product, from, canPlan, canRank }) : lift.lists) : lists),
    [lift, lists, sprint, product, from, canPlan, canRank],
  );
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

/** Said to screen readers while dragging. */
function sayLoad(view: View, { sprint }: Planning): string {
  const { load, capacity, unit } = loadOf(view, sprint);
  return `${sprint.name}: ${load}${capacity === null ? '' : ` of ${capacity}`} ${unit}`;
}
