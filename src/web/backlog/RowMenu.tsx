import { useMemo } from 'react';
import { useItemMenu } from '../item/use-item-menu.ts';
import { ContextMenu } from '../ui/Menu.tsx';
import { aboutRow, useList } from './list-state.ts';

/** Everything that can be done with the row, or with all that is selected: the twin of every key and every drag. */
export function RowMenu({ onOpen }: { onOpen: (item: string) => void }) {
  const menu = useList((list) => list.menu);
  return menu ? <OpenMenu key={menu.row} row={menu.row} at={menu} onOpen={onOpen} /> : null;
}

function OpenMenu({ row, at, onOpen }: { row: string; at: { x: number; y: number }; onOpen: (item: string) => void }) {
  const set = useList((list) => list.set);
  const items = useMemo(() => aboutRow(row), [row]);
  const pullHere = useList((list) => list.pullHere);
  const ofItems = useItemMenu(items, { onOpen: () => onOpen(row), onPick: (kind) => set({ menu: null, open: { kind, row, items } }) });
  const entries = pullHere ? [...ofItems, { id: 'line', heading: null }, { id: 'pull', label: 'Pull the line here', keys: 'Shift+L', run: pullHere }] : ofItems;
  const close = () => {
    set({ menu: null });
    if (useList.getState().open === null) document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
  };
  return <ContextMenu at={at} label="Item" entries={entries} onClose={close} />;
}
