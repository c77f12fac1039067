import { useCallback, useMemo, useState } from 'react';
import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { matcherOf } from '../../domain/backlog/filter.ts';
import { openItems } from '../../domain/backlog/open.ts';
import { openTree } from '../../domain/backlog/open-tree.ts';
import { LinesContext } from '../cutline/lines-board.ts';
import { useDrawnLines } from '../cutline/use-drawn-lines.ts';
import { useLook, useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { VirtualRows } from '../ui/VirtualRows.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CellPicker } from './CellPicker.tsx';
import { NO_WORDS } from './filter-query.ts';
import { useList } from './list-state.ts';
import { RowMenu } from './RowMenu.tsx';
import { TreeHead, TreeItemRow } from './TreeItemRow.tsx';
import { treeRows } from './tree-rows.ts';
import { useFilter } from './use-filter.ts';
import { useItemRows } from './use-item-rows.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import { useTreeMoves } from './use-tree-moves.ts';

/** The backlog as a tree: what is part of what, how far it is and what it adds up to. */
export function TreeList({ product, onOpen }: { product: string; onOpen: (item: string) => void }) {
  const tree = useLook((view) => openTree(view, product), [product]);
  const { filter, isFiltered, change } = useFilter(product);
  const wanted = useLook(
    (view) => (isFiltered ? [...view.list(openItems, product)].filter(matcherOf(view, filter)).map(({ id }) => id) : null),
    [product, filter, isFiltered],
  );
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(NOTHING);
  const rows = useMemo(() => treeRows(tree, { expanded, wanted: wanted && new Set(wanted) }), [tree, expanded, wanted]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const canEdit = useMay('edit-items', { in: 'product', id: product });
  const canRank = useMay('rank-items', { in: 'product', id: product });
  const { board } = useDrawnLines(product);
  const set = useList((list) => list.set);
  const list = useItemRows({ rows: ids, onOpen });
  const moves = useTreeMoves({ product, tree, rows, canEdit, canRank });
  const expand = useCallback((id: string, isOpened: boolean) => setExpanded((now) => withOr(now, id, isOpened)), []);
  useTreeKeys({ product, rows, ids, byId, canEdit, canRank, onOpen, expand, moves });

  const { over } = moves;
  const renderRow = useCallback(
    (id: string) => {
      const row = byId.get(id);
      return row ? <TreeItemRow row={row} canEdit={canEdit} edge={over?.row === id ? over.edge : null} onExpand={expand} /> : null;
    },
    [byId, canEdit, over, expand],
  );
  const levelOf = useCallback(
    (id: string) => {
      const row = byId.get(id);
      return { level: row?.level ?? 1, isExpanded: row?.hasChildren ? row.isExpanded : null };
    },
    [byId],
  );

  if (ids.length === 0 && isFiltered)
    return <EmptyPlace sentence="Nothing here matches the filter." action={{ label: 'Show everything', run: () => change(NO_WORDS) }} />;
  if (ids.length === 0) return <EmptyPlace sentence="Everything you might build, as parts of something larger. Nothing is in it yet." />;
  const parents = [...tree.keys()].filter((id) => id !== null);
  const isAllOpen = parents.every((id) => expanded.has(id));
  return (
    <LinesContext value={board}>
      <div className="relative h-full">
        <VirtualRows
          label="Backlog as a tree"
          ids={ids}
          renderRow={renderRow}
          levelOf={levelOf}
          head={
            <TreeHead>{parents.length > 0 && <AllButton isAllOpen={isAllOpen} onClick={() => setExpanded(isAllOpen ? NOTHING : new Set(parents))} />}</TreeHead>
          }
          drag={moves.drag}
          onRowDoubleClick={(id) => canEdit && set({ cursor: id, open: { kind: 'title', row: id, items: [id] } })}
          {...list}
        />
        <BulkBar />
        <CellPicker />
        <RowMenu onOpen={onOpen} />
      </div>
    </LinesContext>
  );
}

function AllButton({ isAllOpen, onClick }: { isAllOpen: boolean; onClick: () => void }) {
  return (
    <Button
      size="s"
      variant="quiet"
      tabIndex={-1}
      icon={isAllOpen ? <ChevronsDownUp aria-hidden="true" /> : <ChevronsUpDown aria-hidden="true" />}
      onClick={onClick}
    >
      {isAllOpen ? 'Collapse all' : 'Expand all'}
    </Button>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

function withOr(now: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(now);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
