import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';

export type Side = 'left' | 'right';

/** Two lists beside each other: what could be taken up, and what was. */
export interface Sides {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The free space of a side: what is dropped there goes to that side, at no place of its own. */
export const endOf = (side: Side): string => `end:${side}`;

/** On which side something stands; null: on none. */
export const sideOf = (lists: Sides, id: string): Side | null =>
  id === endOf('left') || lists.left.includes(id) ? 'left' : id === endOf('right') || lists.right.includes(id) ? 'right' : null;

/** What is lifted, and the lists as they were then: they hold still under the pointer. */
export interface Lifted {
  readonly items: readonly string[];
  readonly side: Side;
  readonly lists: Sides;
}

/** Between two rows is directly under the upper one, above the first is directly above it; null in the free space below them. What is lifted is looked past. */
export function placeIn(
  rows: readonly string[],
  { row, edge }: RowPlace,
  lifted: ReadonlySet<string>,
): Extract<PlaceInput, { before: string } | { after: string }> | null {
  const at = rows.indexOf(row);
  if (at < 0) return null;
  const upper = rows.slice(0, edge === 'below' ? at + 1 : at).findLast((id) => !lifted.has(id));
  if (upper !== undefined) return { after: upper };
  const lower = rows.find((id) => !lifted.has(id));
  return lower === undefined ? null : { before: lower };
}
