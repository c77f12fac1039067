import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import { aboutRow, useList } from '../../backlog/list-state.ts';
import { useListKeys } from '../../backlog/use-list-keys.ts';
import type { Rows } from '../../ui/rows.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { nextRow } from '../sides/next-row.ts';

interface FlowKeys {
  /** What waits, then what is under way. */
  readonly rows: Rows;
  readonly waiting: readonly string[];
  readonly begun: readonly string[];
  readonly canEdit: boolean;
  readonly canMove: boolean;
  readonly onOpen: (item: string) => void;
  readonly onMove: (items: readonly string[], place: PlaceInput) => void;
  readonly onBegin: (row: string) => void;
  readonly onPutBack: (row: string) => void;
}

/** The keys of a queue: those of every list, → begins a row, ← puts it back, and Alt moves it in the queue. The cursor stays on its side. */
export function useFlowKeys({ rows, waiting, begun, canEdit, canMove, onOpen, onMove, onBegin, onPutBack }: FlowKeys): void {
  useListKeys({
    rows,
    canEdit,
    canRank: canMove,
    onOpen,
    onMove,
    onAdd: null,
    onIndent: null,
  });
  const cursor = () => useList.getState().cursor;
  const isAt = (isBegun: boolean) => () => {
    const row = cursor();
    return canEdit && row !== null && begun.includes(row) === isBegun;
  };
  const send = (side: readonly string[], deed: (row: string) => void) => {
    const row = cursor()!;
    const next = nextRow(side, row, new Set(aboutRow(row)));
    deed(row);
    if (next !== null) useList.getState().set({ cursor: next });
  };
  useKeys([
    { keys: 'ArrowRight', description: 'Begin it', group: 'Queue', run: () => send(waiting, onBegin), when: isAt(false) },
    { keys: 'ArrowLeft', description: 'Back to the queue', group: 'Queue', run: () => send(begun, onPutBack), when: isAt(true) },
  ]);
}
