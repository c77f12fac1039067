import { useCallback, useEffect } from 'react';
import { isElsewhere } from '../ui/key-registry.ts';
import { toasts } from '../ui/toasts.ts';
import { placeOfPasted } from './list-state.ts';
import { itemsOfText } from './paste-lines.ts';
import { ASKED_FROM, usePasting } from './pasting.ts';
import { useAddItems } from './use-add-items.ts';

/** Adds the items of a text at the cursor; a long list is shown first. */
export function usePasteText(product: string): (text: string) => void {
  const add = useAddItems(product);
  return useCallback(
    (text) => {
      const pasted = itemsOfText(text);
      if (pasted.items.length === 0) toasts.show('There is no line to add in what was pasted');
      else if (pasted.items.length >= ASKED_FROM) usePasting.getState().ask(pasted);
      else add(pasted.items, placeOfPasted());
    },
    [add],
  );
}

/** Pasting anywhere on the page adds items, one for each line, as long as nobody is typing. */
export function usePaste(product: string, canEdit: boolean): void {
  const paste = usePasteText(product);
  useEffect(() => {
    if (!canEdit) return;
    const pasted = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || text === '' || isElsewhere(event.target)) return;
      event.preventDefault();
      paste(text);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [paste, canEdit]);
}
