import { useCallback } from 'react';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import { uuidv7 } from '../../domain/kernel/ids.ts';
import { rankedRows } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import { useCommand, useMay, useShown } from '../store/hooks.ts';
import { useList } from './list-state.ts';
import type { PastedItem } from './paste-lines.ts';
import { grouped } from '../ui/grouped.ts';

/** One command adds at most so many. */
const PIECE = 2000;

/** Adds items below one, or at the end; for those who do not rank always there. However many there are, they are one act, undone at once. */
export function useAddItems(product: string): (items: readonly PastedItem[], after: string | null) => void {
  const command = useCommand();
  const view = useShown();
  const canRank = useMay('rank-items', { in: 'product', id: product });
  return useCallback(
    (items, after) => {
      if (items.length === 0) return;
      const act = items.length > PIECE ? uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) : undefined;
      let place: PlaceInput = canRank && after !== null ? { after } : { to: 'bottom' };
      const toast = addedToast(items, canRank && after !== null ? positionAfter(view, product, after) : null);
      for (let start = 0; start < items.length; start += PIECE) {
        const piece = items.slice(start, start + PIECE);
        const isLast = start + PIECE >= items.length;
        const done = command({ verb: 'createItems', input: { product, items: [...piece], place } }, { act, toast: isLast ? toast : undefined });
        const last = done.id(piece.length);
        if (canRank) place = { after: last };
        if (isLast) void done.shown.then(({ outcome }) => outcome === 'shown' && goOnBelow(last));
      }
    },
    [command, view, product, canRank],
  );
}

/** The cursor is on what was added last, and a next one is written below it, unless they go to the end. */
function goOnBelow(item: string): void {
  const { adding, set } = useList.getState();
  set({ cursor: item, ...(adding && adding.after !== null && { adding: { after: item } }) });
}

/** Where an item stands that is put in below another one: `position 14 of 1,285`. */
export function positionAfter(view: View, product: string, after: string): string | null {
  const item = view.find('item', after);
  const rows = view.list(rankedRows, product);
  const at = item ? view.placeOf(rankedRows, product, item) : -1;
  return at < 0 ? null : `position ${grouped(at + 2)} of ${grouped(rows.length + 1)}`;
}

function addedToast(items: readonly PastedItem[], position: string | null): string {
  const what = items.length === 1 ? `Added “${items[0]!.title}”` : `Added ${grouped(items.length)} items`;
  if (position === null) return `${what} at the end`;
  return items.length === 1 ? `${what} at ${position}` : `${what} from ${position}`;
}
