import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Line } from '../../domain/cutline/line.ts';
import { useMe } from '../store/hooks.ts';
import type { Rows } from '../ui/rows.ts';
import type { RowDrag, RowPlace } from '../ui/use-row-drag.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useList, type Pull } from './list-state.ts';
import { isItemRow, lineOfRow, lineRowId } from './row-order.ts';

interface LinePull {
  /** All rows as they stand, lines among them. */
  readonly rows: () => Rows;
  readonly lines: readonly Line[];
  readonly rowDrag: RowDrag | undefined;
}

/** Takes a line by pointer or by key: it stands where it is pulled to until it is let go, and then says what would put it there. Nothing is changed by it. */
export function useLinePull({ rows, lines, rowDrag }: LinePull): RowDrag | undefined {
  const { may } = useMe();
  const newest = useRef({ rows, rowDrag });
  useLayoutEffect(() => {
    newest.current = { rows, rowDrag };
  });
  const mine = lines.filter(({ release }) => may('plan-releases', { in: 'release', id: release })).map(({ id }) => id);
  const key = mine.join();
  useKeys([
    {
      keys: 'Shift+L',
      description: 'Pull the nearest line to below the row',
      group: 'List',
      run: () => useList.getState().pullHere?.(),
      when: () => useList.getState().pullHere !== null && useList.getState().cursor !== null,
    },
  ]);
  useEffect(() => {
    const { set } = useList.getState();
    set({ pullHere: key === '' ? null : () => pullToCursor(newest.current.rows(), key.split(',')) });
    return () => set({ pull: null, pullHere: null });
  }, [key]);
  const isOn = rowDrag !== undefined || mine.length > 0;
  const drag = useMemo<RowDrag>(() => {
    let pulling: string | null = null;
    const pulled = new Set(key.split(','));
    return {
      canLift: (id) => {
        const line = lineOfRow(id);
        return line === null ? (newest.current.rowDrag?.canLift(id) ?? false) : pulled.has(line);
      },
      onLift: (id, point) => {
        pulling = lineOfRow(id);
        return pulling === null ? newest.current.rowDrag?.onLift(id, point) : 'Took the line';
      },
      onOver: (place) => {
        if (pulling === null) return newest.current.rowDrag?.onOver(place);
        const below = place && rowAbove(newest.current.rows(), place);
        const { pull, set } = useList.getState();
        set({ pull: below === null ? null : pulledTo(pull, { line: pulling, below, isLetGo: false }) });
        return undefined;
      },
      onDrop: (id, place) => {
        if (pulling === null) return newest.current.rowDrag?.onDrop(id, place);
        pulling = null;
        const { pull, set } = useList.getState();
        if (pull) set({ pull: { ...pull, isLetGo: true } });
        return undefined;
      },
      onCancel: (id) => {
        if (pulling === null) return newest.current.rowDrag?.onCancel(id);
        pulling = null;
        useList.getState().set({ pull: null });
        return 'The line stands where it stood';
      },
    };
  }, [key]);
  return isOn ? drag : undefined;
}

/** The item above a place between two rows; null: there is none. */
function rowAbove(rows: Rows, { row, edge }: RowPlace): string | null {
  const at = rows.indexOf(row);
  for (let above = edge === 'below' ? at : at - 1; above >= 0; above--) if (isItemRow(rows.at(above)!)) return rows.at(above)!;
  return null;
}

/** The line that stands nearest to the cursor goes below it; asked again, it goes along. */
function pullToCursor(rows: Rows, lines: readonly string[]): void {
  const { cursor, pull, set } = useList.getState();
  const at = cursor === null ? -1 : rows.indexOf(cursor);
  if (cursor === null || at < 0) return;
  const far = (line: string) => Math.abs(rows.indexOf(lineRowId(line)) - at);
  const line = pull?.line ?? lines.toSorted((a, b) => far(a) - far(b))[0]!;
  set({ pull: pulledTo(pull, { line, below: cursor, isLetGo: true }) });
}

/** What was found for the place before is shown until the new one is: nothing flickers meanwhile. */
const pulledTo = (before: Pull | null, to: Pick<Pull, 'line' | 'below' | 'isLetGo'>): Pull => ({
  ...to,
  on: before?.line === to.line ? before.on : null,
  isOld: before?.line === to.line && before.below === to.below ? before.isOld : true,
});
