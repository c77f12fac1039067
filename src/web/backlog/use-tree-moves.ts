import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { OpenTree } from '../../domain/backlog/open-tree.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { useCommand, useShown, useTryOut } from '../store/hooks.ts';
import { toasts } from '../ui/toasts.ts';
import type { RowDrag, RowPlace } from '../ui/use-row-drag.ts';
import { asFirstChild, besideSibling, neighbourOf, type TreePlace } from './tree-places.ts';
import { droppedUnder, indented, type TreeRow } from './tree-rows.ts';

interface Tree {
  readonly product: string;
  readonly tree: OpenTree;
  readonly rows: readonly TreeRow[];
  readonly canEdit: boolean;
  readonly canRank: boolean;
}

export interface TreeMoves {
  readonly drag: RowDrag | undefined;
  /** Where the lifted row would go. */
  readonly over: RowPlace | null;
  readonly indent: (id: string, how: 'in' | 'out') => void;
  readonly step: (id: string, by: 1 | -1) => void;
}

/** Moving in the tree: under another parent, beside another child. Each drag has its keys, and both do the same. */
export function useTreeMoves(now: Tree): TreeMoves {
  const command = useCommand();
  const tryOut = useTryOut();
  const view = useShown();
  const [over, setOver] = useState<RowPlace | null>(null);
  const newest = useRef(now);
  useLayoutEffect(() => {
    newest.current = now;
  });
  const name = useCallback((id: string) => nameIn(view)('item', id), [view]);

  /** What a drop asks for; empty when it changes nothing or may not be. */
  const callsFor = useCallback(
    (id: string, place: RowPlace): NamedCall[] => {
      const { product, tree, rows, canRank } = newest.current;
      if (place.row === id) return [];
      const parent = droppedUnder(rows, place);
      const reparent = parentCall(rows, id, parent);
      if (reparent && !tryOut(reparent)) return [];
      const where = placeOf(tree, { id, parent, place });
      return [...(reparent ? [reparent] : []), ...(canRank && where ? [moveCall(product, id, where)] : [])];
    },
    [tryOut],
  );

  const drag = useMemo<RowDrag>(
    () => ({
      canLift: () => true,
      onLift: (id) => `Lifted ${name(id)}`,
      onOver: (place) => setOver(place),
      onDrop: (id, place) => {
        setOver(null);
        const calls = callsFor(id, place);
        if (calls.length === 0) return 'Not here';
        command(calls, { toast: movedWords(name, id, calls) });
        return undefined;
      },
      onCancel: () => {
        setOver(null);
        return 'Everything is as it was';
      },
    }),
    [callsFor, command, name],
  );

  const indent = (id: string, how: 'in' | 'out') => {
    const parent = indented(now.rows, id, { how, canHold: (other) => tryOut({ verb: 'setParent', input: { items: [id], parent: other } }) !== null });
    const call = parent === undefined ? null : parentCall(now.rows, id, parent);
    if (!call) toasts.show(how === 'in' ? 'There is nothing above that it could be part of' : 'It is on the first level already');
    else if (tryOut(call)) command(call, { toast: movedWords(name, id, [call]) });
    else toasts.show(`${name(id)} can’t be there`);
  };
  const step = (id: string, by: 1 | -1) => {
    const parent = now.rows.find((row) => row.id === id)?.parent ?? null;
    const sibling = neighbourOf(now.tree, parent, { id, by });
    if (sibling === undefined) toasts.show(by === 1 ? 'It is the last one already' : 'It is the first one already');
    else command(moveCall(now.product, id, besideSibling(now.tree, parent, { sibling, side: by === 1 ? 'after' : 'before', moving: id })));
  };
  return { drag: now.canEdit ? drag : undefined, over, indent, step };
}

function parentCall(rows: readonly TreeRow[], id: string, parent: string | null): NamedCall | null {
  return rows.find((row) => row.id === id)?.parent === parent ? null : { verb: 'setParent', input: { items: [id], parent } };
}

const moveCall = (product: string, id: string, place: TreePlace): NamedCall => ({ verb: 'moveItems', input: { product, items: [id], place } });

function placeOf(tree: OpenTree, { id, parent, place: { row, edge } }: { id: string; parent: string | null; place: RowPlace }): TreePlace | null {
  if (row === parent) return asFirstChild(tree, row, id);
  return besideSibling(tree, parent, { sibling: row, side: edge === 'above' ? 'before' : 'after', moving: id });
}

function movedWords(name: (id: string) => string, id: string, calls: readonly NamedCall[]): string {
  const [first] = calls;
  if (first?.verb !== 'setParent') return `Moved ${name(id)}`;
  const { parent } = first.input;
  return parent === null ? `${name(id)}: without a parent` : `${name(id)}: under ${name(parent)}`;
}
