import { useEffect, useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import { useList } from './list-state.ts';
import { isSeveralLines, itemsOfText } from './paste-lines.ts';
import { useLook } from '../store/hooks.ts';
import { positionAfter, useAddItems } from './use-add-items.ts';
import { usePasteText } from './use-paste.ts';

interface AddRowProps {
  readonly product: string;
  /** False: the next item is written elsewhere. */
  readonly isOpen?: boolean;
  /** Between two rows: it says at which position the item will stand. */
  readonly isBetween?: boolean;
}

/** Where the next item is written: Enter adds it and waits for another, several pasted lines become several items, Esc ends. */
export function AddRow({ product, isOpen = true, isBetween = false }: AddRowProps) {
  const wanted = useList((list) => list.adding);
  const adding = isOpen ? wanted : null;
  const set = useList((list) => list.set);
  const [title, setTitle] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const after = adding?.after ?? null;
  const position = useLook((view) => (after === null ? null : positionAfter(view, product, after)), [product, after]);
  const addItems = useAddItems(product);
  const pasteText = usePasteText(product);

  useEffect(() => {
    if (adding) input.current?.focus();
  }, [adding]);

  const add = () => {
    addItems(itemsOfText(title).items, after);
    setTitle('');
  };

  if (!adding) {
    return (
      <button
        type="button"
        tabIndex={-1}
        onClick={() => set({ adding: { after: null } })}
        className="flex h-row w-full items-center gap-2 ps-8.5 text-start text-ink-3 hover:text-ink max-tablet:h-row-phone max-tablet:ps-3"
      >
        <Plus aria-hidden="true" className="size-3.5" />
        New item
      </button>
    );
  }
  return (
    <div className="flex h-row items-center gap-2 ps-8.5 pe-4 max-tablet:h-row-phone max-tablet:ps-3">
      <Plus aria-hidden="true" className="size-3.5 text-ink-3" />
      <input
        ref={input}
        dir="auto"
        aria-label={isBetween && position !== null ? `Title of the new item, ${position}` : 'Title of the new item'}
        placeholder="What is to be built? Enter adds it"
        value={title}
        maxLength={500}
        onChange={(event) => setTitle(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!isSeveralLines(text)) return;
          event.preventDefault();
          pasteText(text);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') add();
          if (event.key === 'Escape') close();
        }}
        onBlur={() => title === '' && set({ adding: null })}
        className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
      />
      {isBetween && position !== null && <span className="num text-s whitespace-nowrap text-ink-2 max-tablet:hidden">{position}</span>}
    </div>
  );

  function close() {
    setTitle('');
    set({ adding: null });
    document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
  }
}
