import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { View } from '../../../domain/collections.ts';
import { candidatesFor } from '../../../domain/planning/sprint-load.ts';
import { cardsOf } from '../../../domain/sprint/cards.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';

export type Side = 'left' | 'right';

/** What stands on the two sides of planning. */
export interface PlanLists {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What is planned, and where from. */
export interface Planning {
  readonly sprint: Sprint;
  readonly product: string;
  /** The release that is chosen from; null: the product backlog. */
  readonly from: string | null;
  readonly canPlan: boolean;
  /** Whether the order on the left, which is the product's, may be changed too. */
  readonly canRank: boolean;
}

/** The candidates, best first, and the cards in the team's order. */
export const planLists = (view: View, { sprint, product, from, canPlan }: Planning): PlanLists => ({
  left: canPlan ? candidatesFor(view, sprint, { product, release: from }).map(({ id }) => id) : [],
  right: cardsOf(view, sprint.id).map(({ id }) => id),
});

/** The free space of a side: what is dropped there goes to that side, at no place of its own. */
export const endOf = (side: Side): string => `end:${side}`;

/** On which side something stands; null: on none. */
export const sideOf = (lists: PlanLists, id: string): Side | null =>
  id === endOf('left') || lists.left.includes(id) ? 'left' : id === endOf('right') || lists.right.includes(id) ? 'right' : null;

/** What is lifted, and the lists as they were then: they hold still under the pointer. */
export interface Lifted {
  readonly items: readonly string[];
  readonly side: Side;
  readonly lists: PlanLists;
}

/** What a drop does: into the sprint or out of it, or to another place on its own side; null: nothing is done there. */
export function callOfDrop({ items, side, lists }: Lifted, over: RowPlace, { sprint, product, canRank }: Planning): NamedCall | null {
  const onto = sideOf(lists, over.row);
  if (onto === null) return null;
  const place = placeIn(lists[onto], over, new Set(items));
  if (onto === 'right' && side === 'left') return { verb: 'planInSprint', input: { items: [...items], sprint: sprint.id, ...(place && { place }) } };
  if (onto === 'right') return { verb: 'moveInSprint', input: { sprint: sprint.id, items: [...items], place: place ?? { to: 'bottom' } } };
  if (side === 'right') return { verb: 'planInSprint', input: { items: [...items], sprint: null } };
  return canRank && place ? { verb: 'moveItems', input: { product, items: [...items], place } } : null;
}

/** Between two rows is directly under the upper one, above the first is directly above it; null in the free space below them. What is lifted is looked past. */
function placeIn(
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
