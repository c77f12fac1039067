import { useMemo, type RefObject } from 'react';
import { LazyItemPicker } from '../item/pickers/LazyItemPicker.tsx';
import { useList, type OpenCell } from './list-state.ts';

/** The choices of the cell that is open, beside it: one window for the whole list. */
export function CellPicker() {
  const open = useList((list) => list.open);
  const set = useList((list) => list.set);
  const triggerRef = useMemo(() => anchorOf(open), [open]);
  if (!open || open.kind === 'title') return null;
  const close = (isOpen: boolean) => {
    if (isOpen) return;
    set({ open: null });
    document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
  };
  return (
    <LazyItemPicker
      key={`${open.kind} ${open.row}`}
      kind={open.kind}
      items={open.items}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={close}
      onChosen={open.kind === 'estimate' ? cursorDown : undefined}
    />
  );
}

/** The cell that is open; where the list leaves it out, the row's title. */
function anchorOf(open: OpenCell | null): RefObject<Element | null> {
  if (!open) return { current: null };
  const row = document.querySelector(`[data-row="${open.row}"]`);
  const cell = row?.querySelector<HTMLElement>(`[data-cell="${open.kind}"]`);
  return { current: cell && cell.offsetParent !== null ? cell : (row?.querySelector('[data-cell="title"]') ?? row ?? null) };
}

/** After an estimate the cursor goes on to the next row. */
function cursorDown(): void {
  const { rows, cursor, selected, set } = useList.getState();
  if (cursor === null || selected.size > 0) return;
  const next = rows.at(rows.indexOf(cursor) + 1);
  if (next !== undefined) set({ cursor: next });
}
