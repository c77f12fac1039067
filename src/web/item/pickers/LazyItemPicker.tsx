import { type ComponentProps } from 'react';
import { OnTop } from '../../ui/OnTop.tsx';
import { onDemand } from '../../ui/on-demand.ts';

const Picker = onDemand(async () => (await import('./ItemPicker.tsx')).ItemPicker);

/** The window in which one thing of items is chosen, fetched after the first screen. Keys that are pressed before it is there are kept for it. */
export function LazyItemPicker(props: ComponentProps<typeof Picker>) {
  return (
    <OnTop>
      <Picker {...props} />
    </OnTop>
  );
}
