import { Suspense, type ComponentProps } from 'react';
import { HoldKeys } from '../../ui/HoldKeys.tsx';
import { onDemand } from '../../ui/on-demand.ts';

const Picker = onDemand(async () => (await import('./ItemPicker.tsx')).ItemPicker);

/** The window in which one thing of items is chosen, fetched after the first screen. Keys that are pressed before it is there are kept for it. */
export function LazyItemPicker(props: ComponentProps<typeof Picker>) {
  return (
    <Suspense fallback={<HoldKeys />}>
      <Picker {...props} />
    </Suspense>
  );
}
