import { Suspense, type ComponentType } from 'react';
import { onDemand } from './on-demand.ts';

/** A part that is fetched after what it stands in. Until it has come nothing stands in its place. */
export function fetchedLater<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = onDemand(load);
  return function FetchedLater(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
