import { useEffect, type MouseEvent } from 'react';
import type { Rows } from '../ui/rows.ts';
import { useIsPhone } from '../ui/use-is-phone.ts';
import type { VirtualRowsProps } from '../ui/VirtualRows.tsx';
import { clickRow } from './click-row.ts';
import { useList } from './list-state.ts';

/** What all lists of items have alike. */
export type ItemRows = Pick<VirtualRowsProps, 'rowPx' | 'cursor' | 'selected' | 'lifted' | 'isPlain' | 'onRowClick' | 'onRowMenu'>;

interface ItemRowsOf {
  /** The items as the cursor goes through them: of several lists beside each other, of all. */
  readonly rows: Rows;
  readonly onOpen: (item: string) => void;
  /** Rows that are no items: a press on them does nothing. */
  readonly isPlain?: ((row: string) => boolean) | undefined;
}

/** The cursor, the selection and the presses of a list of items. */
export function useItemRows({ rows, onOpen, isPlain }: ItemRowsOf): ItemRows {
  const isPhone = useIsPhone();
  const cursor = useList((list) => list.cursor);
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);
  useEffect(() => set({ rows }), [rows, set]);
  return {
    rowPx: isPhone ? 46 : 34,
    cursor,
    selected,
    isPlain,
    onRowClick: (id: string, event: MouseEvent) => !isPlain?.(id) && clickRow(id, event, { rows, onOpen }),
    onRowMenu: (id: string, { x, y }: { x: number; y: number }) => !isPlain?.(id) && set({ cursor: id, menu: { row: id, x, y } }),
  };
}
