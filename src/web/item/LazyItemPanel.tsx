import { Suspense } from 'react';
import { useLineNotes } from '../cutline/use-line-notes.ts';
import { onDemand } from '../ui/on-demand.ts';
import type { ItemPanelProps } from './ItemPanel.tsx';

const Panel = onDemand(async () => (await import('./ItemPanel.tsx')).ItemPanel);

/** The panel of an item, fetched after the list that it stands beside, with what the lines know of the item. */
export function LazyItemPanel(props: ItemPanelProps) {
  const notes = useLineNotes(props.itemId);
  return (
    <Suspense fallback={null}>
      <Panel {...props} notes={notes} />
    </Suspense>
  );
}
