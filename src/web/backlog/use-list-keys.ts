import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import type { Rows } from '../ui/rows.ts';
import { toasts } from '../ui/toasts.ts';
import { useKeys } from '../ui/use-keys.ts';
import { aboutRow, useList } from './list-state.ts';
import { useCursorKeys } from './use-cursor-keys.ts';
import { useEditKeys } from './use-edit-keys.ts';

export interface ListKeys {
  /** The item rows as they are shown, lines left out. */
  readonly rows: Rows;
  readonly canEdit: boolean;
  readonly canRank: boolean;
  readonly onOpen: (row: string) => void;
  readonly onMove: (items: readonly string[], place: PlaceInput) => void;
  /** Null: nothing is written here. */
  readonly onAdd: (() => void) | null;
  readonly onIndent: ((row: string, how: 'in' | 'out') => void) | null;
}

const LIST = 'List';

/** The keys of the list: the cursor is on a row, letters are commands. */
export function useListKeys(keys: ListKeys): void {
  const { rows, canEdit, canRank } = keys;
  const cursor = () => useList.getState().cursor;
  const withCursor = (act: (row: string) => void) => () => {
    const row = cursor();
    if (row !== null) act(row);
  };
  const isHere = () => cursor() !== null;
  const mayEdit = () => canEdit && isHere();
  const mayRank = () => canRank && isHere();
  useCursorKeys(rows, keys.onOpen);
  useEditKeys({ mayEdit, mayRank });
  useKeys([
    ...(keys.onAdd ? [{ keys: 'C', description: 'New item', group: LIST, run: keys.onAdd, when: () => canEdit }] : []),
    { keys: 'W', description: 'Why it is above or below the line', group: LIST, run: withCursor((row) => useList.getState().set({ why: row })), when: isHere },
    { keys: 'Alt+ArrowUp', description: 'Rank one up', group: LIST, run: withCursor((row) => step(keys, row, -1)), when: mayRank },
    { keys: 'Alt+ArrowDown', description: 'Rank one down', group: LIST, run: withCursor((row) => step(keys, row, 1)), when: mayRank },
    { keys: 'Alt+Shift+ArrowUp', description: 'Rank to the top', group: LIST, run: () => keys.onMove(aboutRow(cursor()), { to: 'top' }), when: mayRank },
    {
      keys: 'Alt+Shift+ArrowDown',
      description: 'Rank to the bottom',
      group: LIST,
      run: () => keys.onMove(aboutRow(cursor()), { to: 'bottom' }),
      when: mayRank,
    },
    ...(keys.onIndent
      ? [
          { keys: ']', description: 'Indent', group: LIST, run: withCursor((row) => keys.onIndent?.(row, 'in')), when: mayEdit },
          { keys: '[', description: 'Outdent', group: LIST, run: withCursor((row) => keys.onIndent?.(row, 'out')), when: mayEdit },
        ]
      : []),
  ]);
}

/** One place up or down among the rows that are shown: a filter that hides rows between is stepped over. */
function step({ rows, onMove }: ListKeys, row: string, by: 1 | -1): void {
  const moving = new Set(aboutRow(row));
  const places = Array.from(moving, (id) => rows.indexOf(id)).filter((at) => at >= 0);
  const edge = by === 1 ? Math.max(...places) : Math.min(...places);
  const neighbour = edge + by < 0 ? undefined : rows.at(edge + by);
  if (neighbour === undefined) toasts.show(by === 1 ? 'It is the last row already' : 'It is the first row already');
  else onMove([...moving], by === 1 ? { after: neighbour } : { before: neighbour });
}
