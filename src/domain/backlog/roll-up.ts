import type { View } from '../collections.ts';
import type { Size } from '../estimation/estimate.ts';
import { hoursLeft } from '../estimation/hours.ts';
import { sum } from '../estimation/sum.ts';
import { childrenOf, type Item } from './item.ts';
import { groupOf } from './open.ts';

/** What lies below an item, added up. Kinds of estimates are never added to each other. */
export interface RollUp {
  /** The smallest parts below it: tasks of a story, otherwise what is delivered on its own. Declined, parked and trashed ones do not count. */
  readonly parts: number;
  readonly done: number;
  readonly points: number;
  readonly pointsDone: number;
  /** Hours of work, as first thought and still to do. */
  readonly hours: number;
  readonly hoursLeft: number;
  /** How many parts have which size. */
  readonly sizes: Readonly<Partial<Record<Size, number>>>;
  /** Parts without an estimate that are not done. */
  readonly unestimated: number;
}

/** The roll-up of an item; null for one with nothing below it. */
export function rollUpOf(view: View, item: Item): RollUp | null {
  const parts = partsOf(view, item);
  if (parts.length === 0) return null;
  const sizes: Partial<Record<Size, number>> = {};
  const sums = { parts: parts.length, done: 0, points: 0, pointsDone: 0, hours: 0, hoursLeft: 0, unestimated: 0 };
  for (const part of parts) {
    const isDone = groupOf(view, part) === 'done';
    const { estimate } = part;
    if (isDone) sums.done++;
    if (estimate === null) sums.unestimated += isDone ? 0 : 1;
    else if (estimate.kind === 'size') sizes[estimate.value] = (sizes[estimate.value] ?? 0) + 1;
    else if (estimate.kind === 'points') {
      sums.points = sum(sums.points, estimate.value);
      if (isDone) sums.pointsDone = sum(sums.pointsDone, estimate.value);
    } else {
      sums.hours = sum(sums.hours, estimate.original ?? estimate.remaining ?? 0);
      sums.hoursLeft = sum(sums.hoursLeft, isDone ? 0 : (hoursLeft(estimate) ?? 0));
    }
  }
  return { ...sums, sizes };
}

/** Down to what has nothing more below it; tasks count only where the item itself is their story. */
function partsOf(view: View, item: Item): Item[] {
  const children = [...view.list(childrenOf, item.id)].filter((child) => counts(view, child));
  const delivered = children.filter(({ type }) => type !== 'task');
  if (delivered.length === 0) return children;
  return delivered.flatMap((child) => {
    const below = child.type === 'epic' || child.type === 'feature' ? partsOf(view, child).filter(({ type }) => type !== 'task') : [];
    return below.length > 0 ? below : [child];
  });
}

const counts = (view: View, item: Item): boolean => item.parkedAt === null && item.trashedAt === null && groupOf(view, item) !== 'declined';
