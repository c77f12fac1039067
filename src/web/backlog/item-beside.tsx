import { LazyItemPanel } from '../item/LazyItemPanel.tsx';
import type { useOpenItem } from './use-open-item.ts';

/** The panel of a page that shows the open item beside what it lists; nothing while none is open. */
export function itemBeside({ id, close, previous, next }: ReturnType<typeof useOpenItem>) {
  if (id === null) return undefined;
  return { label: 'Item', isBeside: true, content: <LazyItemPanel key={id} itemId={id} onClose={close} onPrevious={previous} onNext={next} /> };
}
