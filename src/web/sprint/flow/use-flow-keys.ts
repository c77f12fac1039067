import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import { useList } from '../../backlog/list-state.ts';
import { useListKeys } from '../../backlog/use-list-keys.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useShown } from '../../store/hooks.ts';
import type { Rows } from '../../ui/rows.ts';
import { useKeys } from '../../ui/use-keys.ts';

interface FlowKeys {
  /** What waits, then what is under way. */
  readonly rows: Rows;
  readonly begun: readonly string[];
  readonly canEdit: boolean;
  readonly canMove: boolean;
  readonly onOpen: (item: string) => void;
  readonly onMove: (items: readonly string[], place: PlaceInput) => void;
  readonly onBegin: (row: string) => void;
  readonly onPutBack: (row: string) => void;
}

/** The keys of a queue: those of every list, → begins a row, ← puts it back, and Alt moves it in the queue. */
export function useFlowKeys({ rows, begun, canEdit, canMove, onOpen, onMove, onBegin, onPutBack }: FlowKeys): void {
  const view = useShown();
  const command = useCommand();
  const act = (verb: 'parkItems' | 'trashItems', says: string) => (items: readonly string[]) =>
    void command({ verb, input: { items: [...items] } }, { toast: `${says} ${subjectOf(view, items)}` });
  useListKeys({
    rows,
    canEdit,
    canRank: canMove,
    onOpen,
    onMove,
    onAdd: () => {},
    onPark: act('parkItems', 'Parked'),
    onTrash: act('trashItems', 'Trashed'),
    onIndent: null,
  });
  const cursor = () => useList.getState().cursor;
  const isAt = (isBegun: boolean) => () => {
    const row = cursor();
    return canEdit && row !== null && begun.includes(row) === isBegun;
  };
  useKeys([
    { keys: 'ArrowRight', description: 'Begin it', group: 'Queue', run: () => onBegin(cursor()!), when: isAt(false) },
    { keys: 'ArrowLeft', description: 'Back to the queue', group: 'Queue', run: () => onPutBack(cursor()!), when: isAt(true) },
  ]);
}
