import { useMemo } from 'react';
import { useSearch } from '@tanstack/react-router';
import type { PlannedFrom } from '../../../domain/planning/sprint-load.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useRecord } from '../../store/hooks.ts';

/** What `from` in the address may be besides a release. */
export const FROM_QUEUE = 'queue';
export const FROM_BACKLOG = 'backlog';

/** What a sprint is planned from, as the address says; where it says nothing, a team of several products from its one queue, any other from the backlog. */
export function usePlannedFrom(sprint: Sprint, product: string): PlannedFrom {
  const { from } = useSearch({ strict: false }) as { from?: string };
  const team = useRecord('team', sprint.team);
  const hasQueue = (team?.products.length ?? 0) > 1;
  return useMemo(() => {
    const wanted = from ?? (hasQueue ? FROM_QUEUE : FROM_BACKLOG);
    if (wanted === FROM_QUEUE) return { in: 'queue' };
    return wanted === FROM_BACKLOG ? { in: 'backlog', product } : { in: 'release', release: wanted };
  }, [from, hasQueue, product]);
}
