import { useEffect, type MouseEvent } from 'react';
import { clickRow } from '../../backlog/click-row.ts';
import { useList } from '../../backlog/list-state.ts';
import type { Rows } from '../../ui/rows.ts';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import type { VirtualRowsProps } from '../../ui/VirtualRows.tsx';

/** What the lists of both sides have alike. */
export type SideList = Pick<VirtualRowsProps, 'rowPx' | 'cursor' | 'selected' | 'lifted' | 'onRowClick' | 'onRowMenu'>;

interface SideListOf {
  /** The items of both, as the cursor goes through them. */
  readonly rows: Rows;
  readonly lifted: string | null;
  readonly onOpen: (item: string) => void;
  /** Rows that are no items: a press on them does nothing. */
  readonly isPlain: (row: string) => boolean;
}

/** The cursor, the selection and the presses of two lists beside each other: they are one to the keys. */
export function useSideList({ rows, lifted, onOpen, isPlain }: SideListOf): SideList {
  const isPhone = useIsPhone();
  const cursor = useList((list) => list.cursor);
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);
  useEffect(() => set({ rows }), [rows, set]);
  return {
    rowPx: isPhone ? 46 : 34,
    cursor,
    selected,
    lifted,
    onRowClick: (id: string, event: MouseEvent) => !isPlain(id) && clickRow(id, event, { rows, onOpen }),
    onRowMenu: (id: string, { x, y }: { x: number; y: number }) => !isPlain(id) && set({ cursor: id, menu: { row: id, x, y } }),
  };
}
