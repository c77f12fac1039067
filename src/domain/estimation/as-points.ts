import { pointsOf, type Estimate, type Size } from './estimate.ts';
import { hoursLeft } from './hours.ts';
import { sum } from './sum.ts';

/** What a T-shirt size counts as, and how many hours are a point of the team; null: it has not said so. */
export interface Rates {
  readonly sizePoints: Readonly<Record<Size, number>>;
  readonly hoursPerPoint: number | null;
}

/** The points that are still to do: those that somebody has said, else what a T-shirt size counts as, or the hours that are left; null where there is none. */
export const pointsToDo = (estimate: Estimate | null, rates: Rates): number | null => asPoints(estimate, hoursLeft(estimate), rates);

/** What an item that is done came to, in the same points: of hours all that was first thought, else all that was spent. */
export const pointsDelivered = (estimate: Estimate | null, rates: Rates): number | null => asPoints(estimate, hoursInAll(estimate), rates);

/** How large the work was when nothing of it was done; where nobody said, what it took and what was left. */
function hoursInAll(estimate: Estimate | null): number | null {
  if (estimate?.kind !== 'hours') return null;
  const { original, spent, remaining } = estimate;
  return original ?? (spent === null ? remaining : sum(spent, remaining ?? 0));
}

function asPoints(estimate: Estimate | null, hours: number | null, { sizePoints, hoursPerPoint }: Rates): number | null {
  if (estimate?.kind === 'size') return sizePoints[estimate.value];
  if (estimate?.kind === 'hours') return hours === null || hoursPerPoint === null ? null : sum(hours / hoursPerPoint, 0);
  return pointsOf(estimate);
}
