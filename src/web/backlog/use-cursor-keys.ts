import type { Rows } from '../ui/rows.ts';
import { useKeys } from '../ui/use-keys.ts';
import { extendTo, noRows, useList } from './list-state.ts';

const LIST = 'List';

/** The keys of every list of items: the cursor, the selection, opening and the menu. */
export function useCursorKeys(rows: Rows, onOpen: (row: string) => void): void {
  const move = (by: number, isExtending: boolean) => moveCursor(rows, by, isExtending);
  const withCursor = (act: (row: string) => void) => () => {
    const { cursor } = useList.getState();
    if (cursor !== null) act(cursor);
  };
  const isHere = () => useList.getState().cursor !== null;
  useKeys([
    { keys: ['ArrowDown', 'J'], description: 'Next row', group: LIST, run: () => move(1, false) },
    { keys: ['ArrowUp', 'K'], description: 'Previous row', group: LIST, run: () => move(-1, false) },
    { keys: 'PageDown', description: 'A page down', group: LIST, run: () => move(20, false) },
    { keys: 'PageUp', description: 'A page up', group: LIST, run: () => move(-20, false) },
    { keys: 'Home', description: 'First row', group: LIST, run: () => move(-Infinity, false) },
    { keys: 'End', description: 'Last row', group: LIST, run: () => move(Infinity, false) },
    { keys: 'Shift+ArrowDown', description: 'Select downwards', group: LIST, run: () => move(1, true) },
    { keys: 'Shift+ArrowUp', description: 'Select upwards', group: LIST, run: () => move(-1, true) },
    { keys: 'X', description: 'Select the row', group: LIST, run: withCursor(toggle), when: isHere },
    { keys: 'Mod+A', description: 'Select all', group: LIST, run: () => useList.getState().set({ selected: new Set(rows.slice()) }) },
    { keys: ['Enter', 'Space'], description: 'Open the item', group: LIST, run: withCursor(onOpen), when: isHere },
    {
      keys: 'Escape',
      description: 'Back',
      group: LIST,
      run: () => useList.getState().set({ selected: noRows, why: null, adding: null }),
      when: () => useList.getState().selected.size > 0 || useList.getState().why !== null,
    },
    { keys: '.', description: 'Everything that can be done with it', group: LIST, run: withCursor(openMenu), when: isHere },
  ]);
}

/** Moves the cursor by so many rows; extending, the selection follows it from where it began. */
function moveCursor(rows: Rows, by: number, isExtending: boolean): void {
  const { cursor, anchor, set } = useList.getState();
  if (rows.length === 0) return;
  const at = cursor === null ? -1 : rows.indexOf(cursor);
  const next = rows.at(Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by)))!;
  leaveButton();
  if (!isExtending) return set({ cursor: next, anchor: null });
  const from = anchor ?? cursor ?? next;
  return set({ cursor: next, anchor: from, selected: extendTo(rows, from, next) });
}

/** Who goes through the rows has left the button or link that was pressed before: Enter is for the row from now on. */
function leaveButton(): void {
  const { activeElement } = document;
  if (activeElement?.matches('button, a[href]') && !activeElement.closest('[data-row]')) document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
}

function toggle(row: string): void {
  const { selected, set } = useList.getState();
  const next = new Set(selected);
  if (!next.delete(row)) next.add(row);
  set({ selected: next, anchor: row });
}

function openMenu(row: string): void {
  const box = document.querySelector(`[data-row="${row}"]`)?.getBoundingClientRect();
  if (box) useList.getState().set({ menu: { row, x: box.left + 120, y: box.bottom } });
}
