import { useCallback, useEffect, useMemo } from 'react';
import type { PlaceInput } from '../../domain/backlog/move-items.ts';
import { matcherOf, type ItemFilter } from '../../domain/backlog/filter.ts';
import { rankedRows } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { useCommand, useLook, useMe, useRows, useShown, useTryOut, useWithVerb } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { listed } from '../ui/rows.ts';
import { NoBacklog } from './NoBacklog.tsx';
import { RankedList } from './RankedList.tsx';
import { LazyOverList } from './LazyLists.tsx';
import { startAdding, useList } from './list-state.ts';
import { sideToast } from './side-toast.ts';
import { NO_WORDS } from './filter-query.ts';
import { useFilter } from './use-filter.ts';
import { useListKeys } from './use-list-keys.ts';
import { usePaste } from './use-paste.ts';

/** The one ranked list: what it shows, what its keys do, and what is open over it. */
export function RankedView({ product, onOpen }: { product: string; onOpen: (item: string) => void }) {
  const view = useShown();
  const { may } = useMe();
  const command = useCommand();
  const tryOut = useTryOut();
  const all = useRows(rankedRows, product);
  const { filter, isFiltered: isOn, change } = useFilter(product);
  const matching = useLook((at) => (isOn ? matchingRows(at, product, filter) : null), [product, filter, isOn]);
  const shown = useMemo(() => (matching === null ? all : listed(matching)), [matching, all]);
  const adding = useList((list) => list.adding);
  const set = useList((list) => list.set);
  const canEdit = may('edit-items', { in: 'product', id: product });
  const canRank = may('rank-items', { in: 'product', id: product });

  useEffect(() => set({ rows: shown }), [shown, set]);

  const moveCall = useCallback(
    (items: readonly string[], place: PlaceInput): NamedCall => ({ verb: 'moveItems', input: { product, items: [...items], place } }),
    [product],
  );
  const preview = useCallback((items: readonly string[], place: PlaceInput) => tryOut(moveCall(items, place)), [tryOut, moveCall]);
  const withVerb = useWithVerb('moveItems');
  const move = useCallback(
    (items: readonly string[], place: PlaceInput) => {
      const call = moveCall(items, place);
      const { toast, flashed } = sideToast({ view, product, items, after: tryOut(call) });
      command(call, { toast });
      if (flashed.length === 0) return;
      set({ flashed: new Set(flashed) });
      setTimeout(() => set({ flashed: new Set() }), 900);
    },
    [command, moveCall, tryOut, view, product, set],
  );
  const onMove = useCallback((items: readonly string[], place: PlaceInput) => withVerb(() => move(items, place)), [withVerb, move]);

  useListKeys({
    rows: shown,
    canEdit,
    canRank,
    onOpen,
    onMove,
    onAdd: () => startAdding(canRank),
    onIndent: null,
  });
  usePaste(product, canEdit);

  if (all.length === 0 && adding === null) return <NoBacklog product={product} canEdit={canEdit} />;
  if (shown.length === 0 && isOn)
    return <EmptyPlace sentence="Nothing here matches the filter." action={{ label: 'Show everything', run: () => change(NO_WORDS) }} />;
  return (
    <>
      <RankedList product={product} shown={shown} isFiltered={isOn} canEdit={canEdit} canRank={canRank} onOpen={onOpen} onMove={onMove} preview={preview} />
      <LazyOverList product={product} onOpen={onOpen} />
    </>
  );
}

/** The ranked rows that a filter lets through, best first. */
function matchingRows(view: View, product: string, filter: ItemFilter): readonly string[] {
  const matches = matcherOf(view, filter);
  const rows: string[] = [];
  for (const item of view.list(rankedRows, product)) if (matches(item)) rows.push(item.id);
  return rows;
}
