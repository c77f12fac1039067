import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useCommand, useShown } from '../store/hooks.ts';
import { subjectOf } from '../item/use-item-change.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useList } from './list-state.ts';
import { useListKeys } from './use-list-keys.ts';
import { listed } from '../ui/rows.ts';
import type { TreeRow } from './tree-rows.ts';
import type { TreeMoves } from './use-tree-moves.ts';

interface TreeKeys {
  readonly product: string;
  readonly rows: readonly TreeRow[];
  /** Their ids: the same list as long as nothing moved. */
  readonly ids: readonly string[];
  readonly byId: ReadonlyMap<string, TreeRow>;
  readonly canEdit: boolean;
  readonly canRank: boolean;
  readonly onOpen: (row: string) => void;
  readonly expand: (id: string, isOpened: boolean) => void;
  readonly moves: TreeMoves;
}

const TREE = 'Tree';

/** The keys of the list, and those of a tree: → opens a row or goes into it, ← closes it or goes to what it is part of, ] and [ reparent. */
export function useTreeKeys({ product, rows, ids, byId, canEdit, canRank, onOpen, expand, moves }: TreeKeys): void {
  const command = useCommand();
  const go = useNavigate();
  const view = useShown();
  const { set } = useList.getState();
  const shown = useMemo(() => listed(ids), [ids]);
  useListKeys({
    rows: shown,
    canEdit,
    canRank,
    onOpen,
    onMove: (items, place) => command({ verb: 'moveItems', input: { product, items: [...items], place } }, { toast: `Moved ${subjectOf(view, items)}` }),
    onAdd: () => {
      // A new item is written in the ranked list.
      void go({ to: '.', search: {} });
      set({ adding: { after: null } });
    },
    onIndent: moves.indent,
  });
  const row = () => byId.get(useList.getState().cursor ?? '');
  const isHere = () => row() !== undefined;
  useKeys([
    {
      keys: 'ArrowRight',
      description: 'Expand, or go to the first child',
      group: TREE,
      when: isHere,
      run: () => {
        const at = row();
        if (!at?.hasChildren) return;
        const below = rows[rows.indexOf(at) + 1];
        if (!at.isExpanded) expand(at.id, true);
        else if (below) set({ cursor: below.id });
      },
    },
    {
      keys: 'ArrowLeft',
      description: 'Collapse, or go to the parent',
      group: TREE,
      when: isHere,
      run: () => {
        const at = row();
        if (at?.isExpanded) expand(at.id, false);
        else if (at && at.parent !== null) set({ cursor: at.parent });
      },
    },
    { keys: 'Alt+ArrowUp', description: 'Rank above the one before', group: TREE, when: () => canRank && isHere(), run: () => moves.step(row()!.id, -1) },
    { keys: 'Alt+ArrowDown', description: 'Rank below the one after', group: TREE, when: () => canRank && isHere(), run: () => moves.step(row()!.id, 1) },
  ]);
}
