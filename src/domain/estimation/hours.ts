import type { Estimate } from './estimate.ts';

/** Hours of work: as first thought, still to do, and done. */
export type Hours = Extract<Estimate, { kind: 'hours' }>;

const NOTHING_SAID: Hours = { kind: 'hours', original: null, remaining: null, spent: null };

/** Hours after some of them were said. While nobody says what is left, it is all that was first thought. Null when nothing is said any more. */
export function withHours(before: Hours | null, said: Partial<Omit<Hours, 'kind'>>): Hours | null {
  const now = { ...(before ?? NOTHING_SAID), ...said };
  if (now.original === null && now.remaining === null && now.spent === null) return null;
  return before === null && now.remaining === null ? { ...now, remaining: now.original } : now;
}

/** The hours that are still to do: as last said, else as first thought; null where hours are not said. */
export const hoursLeft = (estimate: Estimate | null): number | null => (estimate?.kind === 'hours' ? (estimate.remaining ?? estimate.original) : null);
