import { useMemo } from 'react';
import type { View } from '../../domain/collections.ts';
import { useTryOut } from '../store/hooks.ts';
import { useList } from './list-state.ts';

/** How all would stand with the date that a pulled line asks for; null where none is known. It is that of the place before while the new one is looked for. */
export function usePulledPlan(): { readonly after: View | null; readonly isOld: boolean } {
  const tryOut = useTryOut();
  const line = useList((list) => list.pull?.line ?? null);
  const on = useList((list) => list.pull?.on ?? null);
  const isOld = useList((list) => list.pull?.isOld ?? false);
  const after = useMemo(
    () => (line === null || on === null ? null : tryOut({ verb: 'updateRelease', input: { release: line, dueOn: on } })),
    [tryOut, line, on],
  );
  return { after, isOld };
}
