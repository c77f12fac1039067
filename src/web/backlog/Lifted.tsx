import { Ripple, type RippleProps } from '../cutline/Ripple.tsx';
import { RowDragLayer } from '../ui/RowDragLayer.tsx';
import { ItemRow } from './row/ItemRow.tsx';
import type { Lift } from './use-list-drag.ts';

export type LiftedProps = Omit<RippleProps, 'items' | 'after'> & { readonly lift: Lift; readonly drawn: RippleProps['after'] };

/** What is lifted out of the list, under the pointer, and what its drop would do. */
export function Lifted({ lift, drawn, ...ripple }: LiftedProps) {
  return (
    <RowDragLayer
      start={lift.start}
      row={
        <div className="relative h-row">
          <ItemRow id={lift.row} canEdit={false} canRank={false} />
          {lift.items.length > 1 && (
            <span className="num absolute end-3 top-1/2 -translate-y-1/2 rounded-full bg-accent px-2 text-s font-semibold text-on-accent">
              {lift.items.length} items
            </span>
          )}
        </div>
      }
      aside={lift.after ? <Ripple {...ripple} items={lift.items} after={drawn} /> : undefined}
    />
  );
}
