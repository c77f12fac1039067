import { sum } from '../estimation/sum.ts';
import { daysBetween, type Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import type { ReleaseHistory } from './release-history.ts';

/** In fewer weeks since its start chance says more than habit. */
const ENOUGH_WEEKS_OF_GROWTH = 3;

/** How a release has grown since its start. */
export interface ScopeGrowth {
  readonly weeks: number;
  /** What came in, less what went out, and by how much what is in it grew. */
  readonly net: number;
  readonly perWeek: number;
}

/** By how much a release that is under way has grown a week since its start; null: it has not, or for less than three weeks. */
export function scopeGrowth({ startedOn, endedOn, added, removed, resized }: ReleaseHistory, unit: Unit, today: Day): ScopeGrowth | null {
  if (startedOn === null || endedOn !== null) return null;
  const weeks = Math.floor(daysBetween(startedOn, today) / 7);
  const net = sum(sum(added[unit], -removed[unit]), unit === 'points' ? resized : 0);
  if (weeks < ENOUGH_WEEKS_OF_GROWTH || net <= 0) return null;
  return { weeks, net, perWeek: sum((net * 7) / daysBetween(startedOn, today), 0) };
}
