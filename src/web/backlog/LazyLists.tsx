import { Suspense, type ComponentType } from 'react';
import { HoldKeys } from '../ui/OnTop.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { useList } from './list-state.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import type { LiftedProps } from './Lifted.tsx';
import type { OverListProps } from './OverList.tsx';

interface ListProps {
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

const Over = onDemand(async () => (await import('./OverList.tsx')).OverList);

/** What opens over a list, fetched after the list itself. */
export function LazyOverList(props: OverListProps) {
  return (
    <Suspense fallback={<HoldIfOpen />}>
      <Over {...props} />
    </Suspense>
  );
}

/** A key may have opened something before any of it is there. */
function HoldIfOpen() {
  return useList(({ open, menu, why }) => open ?? menu ?? why) === null ? null : <HoldKeys />;
}

const Untouched = onDemand(async () => (await import('./UntouchedNotice.tsx')).UntouchedNotice);

/** What is said after an import. */
export function LazyUntouchedNotice({ product }: { product: string }) {
  return (
    <Suspense fallback={null}>
      <Untouched product={product} />
    </Suspense>
  );
}

const Trying = onDemand(async () => (await import('../tradeoffs/TryingStrip.tsx')).TryingStrip);

/** What is shown as if it were done. */
export function LazyTryingStrip() {
  return (
    <Suspense fallback={null}>
      <Trying />
    </Suspense>
  );
}

const Held = onDemand(async () => (await import('./Lifted.tsx')).Lifted);

/** What is lifted out of the list, fetched after it and long before anybody drags. */
export function LazyLifted(props: LiftedProps) {
  return (
    <Suspense fallback={null}>
      <Held {...props} />
    </Suspense>
  );
}

const Ghost = onDemand(async () => (await import('../cutline/GhostLine.tsx')).GhostLine);

/** Where the first line might stand; its row has its place before it is there. */
export function LazyGhostLine({ product }: { product: string }) {
  return (
    <Suspense fallback={null}>
      <Ghost product={product} />
    </Suspense>
  );
}

/** The other looks at a backlog, each fetched when it is first asked for. */
export const LazyTreeList = listOnDemand(async () => (await import('./TreeList.tsx')).TreeList);
export const LazyParkedList = listOnDemand(async () => (await import('./ParkedList.tsx')).ParkedList);
export const LazyTrashList = listOnDemand(async () => (await import('./TrashList.tsx')).TrashList);

function listOnDemand(load: () => Promise<ComponentType<ListProps>>) {
  const List = onDemand(load);
  return function LazyList(props: ListProps) {
    return (
      <Suspense fallback={<SkeletonRows count={12} />}>
        <List {...props} />
      </Suspense>
    );
  };
}
