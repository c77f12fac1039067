import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import { rankedRows } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import { dateLinesOf } from '../../domain/cutline/date-line.ts';
import { DatesContext, useDateBoard } from '../cutline/date-board.ts';
import { DrawnLine } from '../cutline/DrawnLine.tsx';
import { LinesContext } from '../cutline/lines-board.ts';
import { LazyDateLineRow, LazyDateLines } from '../cutline/LazyDateLines.tsx';
import { useDrawnLines } from '../cutline/use-drawn-lines.ts';
import { useQuarters } from '../cutline/use-quarters.ts';
import { useLook } from '../store/hooks.ts';
import { BoundsContext, useBounds } from '../readiness/bounds.ts';
import { FinishColumn } from '../schedule/FinishColumn.tsx';
import { withoutRows, withRows, type Rows } from '../ui/rows.ts';
import { VirtualRows, type VirtualRowsHandle } from '../ui/VirtualRows.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { AddRow } from './AddRow.tsx';
import { clickRow } from './click-row.ts';
import { LazyGhostLine, LazyLifted } from './LazyLists.tsx';
import { useList } from './list-state.ts';
import { ItemRow } from './row/ItemRow.tsx';
import { ListHead } from './row/ListHead.tsx';
import { ADD_ROW, dateOfRow, GHOST_ROW, isItemRow, linePlaces, oddRows, withAddRow, withDates } from './row-order.ts';
import { useLinePull } from './use-line-pull.ts';
import { usePulledPlan } from './use-pulled-plan.ts';
import { useListDrag, type Lift } from './use-list-drag.ts';
import { grouped } from '../ui/grouped.ts';

export interface RankedListProps {
  readonly product: string;
  /** The rows that the filter lets through, best first. */
  readonly shown: Rows;
  readonly isFiltered: boolean;
  readonly canEdit: boolean;
  readonly canRank: boolean;
  readonly onOpen: (row: string) => void;
  readonly onMove: (items: readonly string[], place: PlaceInput) => void;
  readonly preview: (items: readonly string[], place: PlaceInput) => View | null;
}

const GHOST_PX = 44;
const LINE_PX = 32;
const DATE_PX = 24;

/** The ranked backlog with the lines across it. */
export function RankedList(props: RankedListProps) {
  const { product, shown, isFiltered, canEdit, canRank, onOpen, onMove, preview } = props;
  const isPhone = useIsPhone();
  const rowPx = isPhone ? 46 : 34;
  const [isGliding, setIsGliding] = useState(false);
  const all = useRef<Rows>(shown);
  const { lift, rowDrag } = useListDrag({
    rows: shown,
    all: () => all.current,
    canRank,
    preview,
    onMove: glide,
    say: (items, _, after) => sayPlace(after, product, items),
  });
  const pulled = usePulledPlan();
  const { board, now, drawn, likely, ghost } = useDrawnLines(product, lift ? lift.after : pulled.after, pulled.isOld);
  const { isShown: quarters } = useQuarters();
  const hasDates = useLook((view) => quarters || view.list(dateLinesOf, product).length > 0, [quarters, product]);
  const dates = useDateBoard();
  const cursor = useList((list) => list.cursor);
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);

  const bounds = useBounds(product, now.lines);
  const pull = useList((list) => list.pull);
  const drag = useLinePull({ rows: () => all.current, lines: now.lines.lines, rowDrag });

  const order = useMemo(() => (lift ? orderAfter(lift) : shown), [lift, shown]);
  const hasGhost = ghost !== null;
  const addAfter = useList((list) => list.adding?.after ?? null);
  const between = useMemo(() => {
    const lines = drawn.lines.lines.map(({ id, after }) => ({ id, after: id === pull?.line && drawn.view.find('item', pull.below) ? pull.below : after }));
    const plain = hasGhost ? ghostPlace(order) : linePlaces(drawn.view, order, lines);
    return withAddRow(drawn.view, order, { between: withDates(drawn.view, order, { between: plain, dates: dates.places }), after: addAfter });
  }, [drawn, order, hasGhost, addAfter, pull, dates.places]);
  const rows = useMemo(() => withRows(order, between), [order, between]);
  useLayoutEffect(() => {
    all.current = rows;
  });
  const list = useRef<VirtualRowsHandle>(null);
  const sought = useList((state) => state.sought);
  useLayoutEffect(() => {
    if (sought === null || rows.indexOf(sought) < 0) return;
    list.current?.scrollTo(sought);
    set({ sought: null });
  }, [sought, rows, set]);
  const isAdding = rows.indexOf(ADD_ROW) >= 0;
  const odd = useMemo(() => oddRows(between, { line: LINE_PX, ghost: isPhone ? 148 : GHOST_PX, row: rowPx, date: DATE_PX }), [between, isPhone, rowPx]);
  const renderRow = useCallback(
    (id: string) => {
      if (id === GHOST_ROW) return <LazyGhostLine product={product} />;
      if (id === ADD_ROW) return <AddRow product={product} isBetween />;
      const date = dateOfRow(id);
      if (date !== null) return <LazyDateLineRow id={date} product={product} isFiltered={isFiltered} />;
      return isItemRow(id) ? <ItemRow id={id} canEdit={canEdit} canRank={canRank} /> : <DrawnLine line={id.slice('line:'.length)} isFiltered={isFiltered} />;
    },
    [product, canEdit, canRank, isFiltered],
  );

  function glide(items: readonly string[], place: PlaceInput) {
    setIsGliding(true);
    onMove(items, place);
  }
  useEffect(() => {
    if (!isGliding) return;
    const timer = setTimeout(() => setIsGliding(false), 200);
    return () => clearTimeout(timer);
  }, [isGliding]);

  return (
    <LinesContext value={board}>
      <BoundsContext value={bounds}>
        <DatesContext value={dates.board}>
          <FinishColumn product={product}>
            <VirtualRows
              ref={list}
              label="Backlog"
              ids={rows}
              rowPx={rowPx}
              odd={odd}
              renderRow={renderRow}
              cursor={isAdding ? ADD_ROW : cursor}
              selected={selected}
              isPlain={isNoItem}
              head={<ListHead unit={now.lines.unit} />}
              foot={canEdit ? <AddRow product={product} isOpen={!isAdding} /> : undefined}
              isGliding={isGliding}
              drag={drag}
              lifted={lift?.row ?? null}
              onRowClick={(id, event) => isItemRow(id) && clickRow(id, event, { rows: shown, onOpen })}
              onRowDoubleClick={(id) => isItemRow(id) && canEdit && set({ cursor: id, open: { kind: 'title', row: id, items: [id] } })}
              onRowMenu={(id, { x, y }) => isItemRow(id) && set({ cursor: id, menu: { row: id, x, y } })}
            />
          </FinishColumn>
        </DatesContext>
      </BoundsContext>
      {hasDates && <LazyDateLines product={product} quarters={quarters} after={lift?.after ?? null} board={dates.board} />}
      {lift && <LazyLifted lift={lift} product={product} before={now} drawn={drawn} likely={likely} />}
    </LinesContext>
  );
}

const isNoItem = (id: string) => !isItemRow(id);

/** The ghost line stands a few rows down, where the first line might. There is no other where it is. */
const ghostPlace = ({ length }: Rows) => [{ at: Math.min(7, length), id: GHOST_ROW }];

/** The shown rows as they would stand after the drop. */
function orderAfter({ rows: shown, items, place, row }: Lift): Rows {
  if (!place) return shown;
  const stay = withoutRows(shown, items);
  const block = items.filter((id) => shown.indexOf(id) >= 0).sort((a, b) => shown.indexOf(a) - shown.indexOf(b));
  const at = 'after' in place ? stay.indexOf(place.after) + 1 : 'before' in place ? stay.indexOf(place.before) : stay.length;
  return withRows(
    stay,
    (block.length > 0 ? block : [row]).map((id) => ({ at, id })),
  );
}

/** What a screen reader hears while dragging: `position 14 of 1,284`. */
function sayPlace(after: View, product: string, items: readonly string[]): string {
  const first = items[0];
  if (first === undefined) return '';
  const position = positionIn(after, product, first);
  return position === null ? 'Not here' : `Position ${position.at} of ${grouped(position.of)}`;
}

function positionIn(view: View, product: string, item: string): { at: number; of: number } | null {
  const rows = view.list(rankedRows, product);
  const record = view.find('item', item);
  return record ? { at: view.placeOf(rankedRows, product, record) + 1, of: rows.length } : null;
}
