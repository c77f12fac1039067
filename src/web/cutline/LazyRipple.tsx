import { Suspense } from 'react';
import { onDemand } from '../ui/on-demand.ts';
import type { RippleProps } from './Ripple.tsx';

const Ripple = onDemand(async () => (await import('./Ripple.tsx')).Ripple);

/** What a drop would do, fetched after the list and long before anybody drags. */
export function LazyRipple(props: RippleProps) {
  return (
    <Suspense fallback={null}>
      <Ripple {...props} />
    </Suspense>
  );
}
