import type { MouseEvent } from 'react';
import type { Rows } from '../ui/rows.ts';
import { extendTo, useList } from './list-state.ts';

/** A press on a row: the cursor goes there; with Shift or Ctrl it selects; on the title it opens. What has a press of its own is left alone. */
export function clickRow(id: string, event: MouseEvent, { rows, onOpen }: { rows: Rows; onOpen: (row: string) => void }): void {
  const target = event.target as HTMLElement;
  if (target.closest('button, input, a, [data-no-drag]')) return;
  const { anchor, cursor, selected, set } = useList.getState();
  if (event.shiftKey) {
    const from = anchor ?? cursor ?? id;
    set({ cursor: id, anchor: from, selected: extendTo(rows, from, id) });
  } else if (event.metaKey || event.ctrlKey) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    set({ cursor: id, anchor: id, selected: next });
  } else {
    set({ cursor: id, anchor: null });
    if (event.detail === 1 && target.closest('[data-cell="title"]')) onOpen(id);
  }
}
