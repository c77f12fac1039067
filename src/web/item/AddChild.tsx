import { useLayoutEffect, useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import type { ItemType } from '../../domain/backlog/item-type.ts';
import { childrenOf, type Item } from '../../domain/backlog/item.ts';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import { itemsOfText, isSeveralLines } from '../backlog/paste-lines.ts';
import { useCommand, useLook, useMay } from '../store/hooks.ts';

const CHILD: Readonly<Record<ItemType, ItemType>> = { epic: 'story', feature: 'story', story: 'task', bug: 'task', chore: 'task', task: 'task' };

/** Where the next child is written: Enter adds it under the last one and waits for another; several pasted lines become several. */
export function AddChild({ item, focus = 0 }: { item: Item; /** Another number each time it is to be written in at once. */ focus?: number }) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focus > 0) input.current?.focus();
  }, [focus]);
  const command = useCommand();
  const canRank = useMay('rank-items', { in: 'product', id: item.product });
  const last = useLook((now) => now.list(childrenOf, item.id).at(now.list(childrenOf, item.id).length - 1), [item.id]);
  const type = last?.type ?? CHILD[item.type];
  const add = (text: string) => {
    const { items } = itemsOfText(text);
    if (items.length === 0) return;
    const place: PlaceInput = canRank ? { after: last?.id ?? item.id } : { to: 'bottom' };
    command(
      { verb: 'createItems', input: { product: item.product, items: items.map((one) => ({ type, ...one, parent: item.id })), place } },
      { toast: items.length > 1 ? `Added ${items.length} items` : undefined },
    );
    setTyped('');
  };
  return (
    <label className="flex min-h-6 items-center gap-2 text-ink-3 focus-within:text-ink max-tablet:min-h-touch">
      <Plus aria-hidden="true" className="size-3.5 shrink-0" />
      <input
        ref={input}
        aria-label={`Add a ${type}`}
        placeholder={`Add a ${type}`}
        dir="auto"
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!isSeveralLines(text)) return;
          event.preventDefault();
          add(text);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') add(typed);
          if (event.key !== 'Escape') return;
          setTyped('');
          event.currentTarget.blur();
        }}
        className="min-w-0 flex-1 bg-transparent text-m outline-none max-tablet:text-l"
      />
    </label>
  );
}
