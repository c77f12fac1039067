import { Suspense, type ComponentType } from 'react';
import { HoldKeys } from '../ui/OnTop.tsx';
import { fetchedLater } from '../ui/fetched-later.tsx';
import { onDemand } from '../ui/on-demand.ts';
import { useList } from './list-state.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
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

/** What is said after an import. */
export const LazyUntouchedNotice = fetchedLater(async () => (await import('./UntouchedNotice.tsx')).UntouchedNotice);
/** What is shown as if it were done. */
export const LazyTryingStrip = fetchedLater(async () => (await import('../tradeoffs/TryingStrip.tsx')).TryingStrip);
/** What is lifted out of the list, fetched long before anybody drags. */
export const LazyLifted = fetchedLater(async () => (await import('./Lifted.tsx')).Lifted);
/** Where the first line might stand; its row has its place before it is there. */
export const LazyGhostLine = fetchedLater(async () => (await import('../cutline/GhostLine.tsx')).GhostLine);

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
