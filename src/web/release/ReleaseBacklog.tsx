import { useNavigate, useParams } from '@tanstack/react-router';
import { GiveDate } from './GiveDate.tsx';
import { useCallback, useEffect, useMemo } from 'react';
import { contentsOf } from '../../domain/release/rows-in-release.ts';
import { isRankedRow } from '../../domain/backlog/open.ts';
import type { Release } from '../../domain/release/release.ts';
import { places, type At } from '../app/places.ts';
import { OverList } from '../backlog/OverList.tsx';
import { leaveList } from '../backlog/list-state.ts';
import { ItemRow } from '../backlog/row/ItemRow.tsx';
import { ListHead } from '../backlog/row/ListHead.tsx';
import { isItemRow, lineRowId, oddRows, linePlaces } from '../backlog/row-order.ts';
import { useItemRows } from '../backlog/use-item-rows.ts';
import { useListKeys } from '../backlog/use-list-keys.ts';
import { DrawnLine } from '../cutline/DrawnLine.tsx';
import { LinesContext } from '../cutline/lines-board.ts';
import { useDrawnLines } from '../cutline/use-drawn-lines.ts';
import { FinishColumn } from '../schedule/FinishColumn.tsx';
import { subjectOf } from '../item/use-item-change.ts';
import { useCommand, useLook, useMe, useShown } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { withRows } from '../ui/rows.ts';
import { VirtualRows } from '../ui/VirtualRows.tsx';

/** A release's backlog in rank order, with its own line across it. */
export function ReleaseBacklog({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  const { product } = release;
  const view = useShown();
  const command = useCommand();
  const { may } = useMe();
  const all = useLook((at) => contentsOf(at, release.id), [release.id]);
  const {
    board,
    now: { lines },
  } = useDrawnLines(product);
  const go = useNavigate();
  const at = useParams({ strict: false }) as At;
  const canEdit = may('edit-items', { in: 'product', id: product });
  const canRank = may('rank-items', { in: 'product', id: product });

  const open = useLook((at) => all.filter((id) => isRankedRow(at, at.get('item', id))), [all]);
  const rest = useMemo(() => withoutAll(all, open), [all, open]);
  const own = lines.lines.find((line) => line.release === release.id);
  const between = useMemo(() => {
    const above = own ? open.filter((id) => lines.takenBy[id] !== undefined).at(-1) : undefined;
    return linePlaces(view, open, own ? [{ id: own.id, after: above ?? null }] : []);
  }, [open, own, lines, view]);
  const items = useMemo(() => [...open, ...rest], [open, rest]);
  const rows = useMemo(() => withRows(items, between), [items, between]);
  const odd = useMemo(() => oddRows(between, { line: 32, ghost: 44, row: 34 }), [between]);
  const renderRow = useCallback(
    (id: string) =>
      isItemRow(id) ? <ItemRow id={id} canEdit={canEdit} canRank={false} /> : <DrawnLine line={id.slice(lineRowId('').length)} isFiltered={false} isOwnOnly />,
    [canEdit],
  );

  const list = useItemRows({ rows: items, onOpen, isPlain: isNoItem });
  useEffect(() => leaveList, [release.id]);
  const canFill = own !== undefined && own.fill.length > 0 && may('plan-releases', { in: 'release', id: release.id });
  const fill = (items: readonly string[]) =>
    command({ verb: 'putInRelease', input: { items: [...items], release: release.id } }, { toast: `${subjectOf(view, items)} put in ${release.name}` });
  useListKeys({
    rows: items,
    canEdit,
    canRank,
    onOpen,
    onMove: (items, place) => command({ verb: 'moveItems', input: { product, items: [...items], place } }, { toast: `Moved ${subjectOf(view, items)}` }),
    onAdd: null,
    onIndent: null,
  });

  return (
    <>
      {all.length === 0 ? (
        <EmptyPlace
          sentence="What goes out together, and the goal that it serves."
          action={
            canFill
              ? { label: `Fill from the top of the backlog (+${own.fill.length})`, run: () => fill(own.fill) }
              : release.dueOn === null
                ? undefined
                : { label: 'Choose from the backlog', run: () => void go({ to: places.backlog(at) }) }
          }
        >
          {release.dueOn === null && may('plan-releases', { in: 'release', id: release.id }) && <GiveDate release={release} />}
        </EmptyPlace>
      ) : (
        <LinesContext value={board}>
          <FinishColumn product={product}>
            <VirtualRows label={`Backlog of ${release.name}`} ids={rows} odd={odd} renderRow={renderRow} head={<ListHead unit={lines.unit} />} {...list} />
          </FinishColumn>
          <OverList product={product} onOpen={onOpen} />
        </LinesContext>
      )}
    </>
  );
}

const isNoItem = (id: string) => !isItemRow(id);

function withoutAll(all: readonly string[], some: readonly string[]): readonly string[] {
  const gone = new Set(some);
  return all.filter((id) => !gone.has(id));
}
