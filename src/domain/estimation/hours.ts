import type { Estimate } from './estimate.ts';

/** Hours of work: as first thought, still to do, and done. */
export type Hours = Extract<Estimate, { kind: 'hours' }>;

const NOTHING_SAID: Hours = { kind: 'hours', original: null, remaining: null, spent: null };

/** Hours after some of them were said. While nothing is spent and nobody says otherwise, all that was first thought is left. Null when nothing is said any more. */
export function withHours(before: Hours | null, said: Partial<Omit<Hours, 'kind'>>): Hours | null {
  const now = { ...(before ?? NOTHING_SAID), ...said };
  const { original, spent } = now;
  const isLeftSaid = now.remaining !== (before?.remaining ?? null);
  const remaining = said.original !== undefined && !isLeftSaid && isUntouched(before) ? original : now.remaining;
  return original === null && remaining === null && spent === null ? null : { ...now, remaining };
}

/** Whether all that was first thought is left, as it is before the work begins. */
const isUntouched = (hours: Hours | null): boolean => hours === null || (hours.spent === null && hours.remaining === hours.original);

/** The hours that are still to do: as last said, else as first thought; null where hours are not said. */
export const hoursLeft = (estimate: Estimate | null): number | null => (estimate?.kind === 'hours' ? (estimate.remaining ?? estimate.original) : null);
