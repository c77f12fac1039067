import { useMemo, useState, type ReactNode } from 'react';
import type { PlaceInSprint } from '../../../domain/sprint/move-in-sprint.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useShown } from '../../store/hooks.ts';
import { RowDragLayer } from '../../ui/RowDragLayer.tsx';
import { listed, type Rows } from '../../ui/rows.ts';
import type { DragPoint, RowDrag, RowPlace } from '../../ui/use-row-drag.ts';
import { PlanRow } from './PlanRow.tsx';

interface Lift {
  readonly row: string;
  readonly start: DragPoint;
  readonly place: PlaceInSprint | null;
}

/** Dragging a card within the sprint's own order: nothing is changed before the drop. */
export function useSprintDrag(
  sprint: Sprint,
  cards: readonly string[],
  canPlan: boolean,
): { order: Rows; rowDrag: RowDrag | undefined; layer: { row: string | null; content: ReactNode } } {
  const view = useShown();
  const command = useCommand();
  const [lift, setLift] = useState<Lift | null>(null);
  const order = useMemo(() => listed(lift?.place ? moved(cards, lift.row, lift.place) : cards), [cards, lift]);
  const rowDrag = useMemo<RowDrag>(() => {
    let now: Lift | null = null;
    const change = (next: Lift | null) => setLift((now = next));
    return {
      canLift: () => true,
      onLift: (row, start) => {
        change({ row, start, place: null });
        return 'Lifted one item';
      },
      onOver: (over) => {
        if (now) change({ ...now, place: over && placeOf(over, now.row) });
        return over ? undefined : 'Not here';
      },
      onDrop: (row) => {
        const place = now?.place;
        change(null);
        if (place) command({ verb: 'moveInSprint', input: { sprint: sprint.id, items: [row], place } }, { toast: `Moved ${subjectOf(view, [row])}` });
      },
      onCancel: () => {
        change(null);
        return 'Everything is as it was';
      },
    };
  }, [command, view, sprint.id]);
  const content = lift && (
    <RowDragLayer
      start={lift.start}
      row={
        <div className="h-row">
          <PlanRow id={lift.row} canEdit={false} action={null} />
        </div>
      }
    />
  );
  return { order, rowDrag: canPlan ? rowDrag : undefined, layer: { row: lift?.row ?? null, content } };
}

const placeOf = ({ row, edge }: RowPlace, lifted: string): PlaceInSprint | null =>
  row === lifted ? null : edge === 'above' ? { before: row } : { after: row };

/** The cards as they would stand after the drop. */
function moved(cards: readonly string[], row: string, place: PlaceInSprint): string[] {
  const stay = cards.filter((id) => id !== row);
  const at = 'before' in place ? stay.indexOf(place.before) : 'after' in place ? stay.indexOf(place.after) + 1 : stay.length;
  return [...stay.slice(0, at), row, ...stay.slice(at)];
}
