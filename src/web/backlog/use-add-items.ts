import { useCallback } from 'react';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import { uuidv7 } from '../../domain/kernel/ids.ts';
import { useCommand, useMay } from '../store/hooks.ts';
import { useList } from './list-state.ts';
import type { PastedItem } from './paste-lines.ts';

/** One command adds at most so many. */
const PIECE = 2000;

/** Adds items under the cursor, or at the end for those who do not rank; however many there are, they are one act, undone at once. */
export function useAddItems(product: string): (items: readonly PastedItem[]) => void {
  const command = useCommand();
  const canRank = useMay('rank-items', { in: 'product', id: product });
  return useCallback(
    (items) => {
      if (items.length === 0) return;
      const { cursor, set } = useList.getState();
      const act = items.length > PIECE ? uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) : undefined;
      let place: PlaceInput = canRank && cursor !== null ? { after: cursor } : { to: 'bottom' };
      for (let start = 0; start < items.length; start += PIECE) {
        const piece = items.slice(start, start + PIECE);
        const isLast = start + PIECE >= items.length;
        const done = command({ verb: 'createItems', input: { product, items: [...piece], place } }, { act, toast: isLast ? addedToast(items) : undefined });
        const last = done.id(piece.length);
        if (canRank) place = { after: last };
        if (isLast) void done.shown.then(({ outcome }) => outcome === 'shown' && set({ cursor: last }));
      }
    },
    [command, product, canRank],
  );
}

const addedToast = (items: readonly PastedItem[]): string =>
  items.length === 1 ? `Added “${items[0]!.title}”` : `Added ${items.length.toLocaleString('en-GB')} items`;
