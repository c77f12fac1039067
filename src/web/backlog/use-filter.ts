import { useCallback, useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { isFiltering, type ItemFilter } from '../../domain/backlog/filter.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { filterOf } from './filter-names.ts';
import { parseFilter, printFilter, type FilterWords } from './filter-query.ts';

/** The filter in the address, in words. */
export interface FilterInAddress {
  readonly words: FilterWords;
  /** Writes the address anew. While somebody types, in place of the last one: Back leads to before the typing. */
  readonly change: (words: FilterWords, how?: { readonly isTyping?: boolean }) => void;
}

export function useFilterWords(): FilterInAddress {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const go = useNavigate();
  // Read anew only when its own words have changed, not when an item was opened.
  const text = JSON.stringify(printFilter(parseFilter(search)));
  const words = useMemo(() => parseFilter(JSON.parse(text) as Record<string, unknown>), [text]);
  const change = useCallback<FilterInAddress['change']>(
    (next, { isTyping = false } = {}) =>
      void go({ to: '.', search: (now: Record<string, unknown>) => ({ ...now, ...printFilter(next) }), replace: isTyping } as never), // every address takes these words
    [go],
  );
  return { words, change };
}

/** The filter of a product's list. */
export interface ShownFilter extends FilterInAddress {
  readonly filter: ItemFilter;
  /** Whether it hides anything. */
  readonly isFiltered: boolean;
}

export function useFilter(product: string): ShownFilter {
  const { words, change } = useFilterWords();
  const { member: me } = useMe();
  const filter = useLook((view) => filterOf(view, words, { product, me }), [words, product, me]);
  return { words, change, filter, isFiltered: isFiltering(filter) };
}
