import { Suspense } from 'react';
import { onDemand } from '../ui/on-demand.ts';
import type { PulledLineProps } from './PulledLine.tsx';

const Pulled = onDemand(async () => (await import('./PulledLine.tsx')).PulledLine);

/** A line while it is pulled, fetched after the list and long before anybody pulls. */
export function LazyPulledLine(props: PulledLineProps) {
  return (
    <Suspense fallback={null}>
      <Pulled {...props} />
    </Suspense>
  );
}
