import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { View } from '../../../domain/collections.ts';
import { candidatesFor, loadOf, type PlannedFrom } from '../../../domain/planning/sprint-load.ts';
import { cardsOf } from '../../../domain/sprint/cards.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';
import { placeIn, sideOf, type Lifted, type Sides } from '../sides/sides.ts';

/** What is planned, and where from. */
export interface Planning {
  readonly sprint: Sprint;
  readonly product: string;
  readonly from: PlannedFrom;
  readonly canPlan: boolean;
  /** Whether the order on the left, which is the product's, may be changed too. */
  readonly canRank: boolean;
}

/** The candidates, best first, and the cards in the team's order. */
export const planLists = (view: View, { sprint, from, canPlan }: Planning): Sides => ({
  left: canPlan ? candidatesFor(view, sprint, from).map(({ id }) => id) : [],
  right: cardsOf(view, sprint.id).map(({ id }) => id),
});

/** What a drop does: into the sprint or out of it, or to another place on its own side; null: nothing is done there. */
export function callOfDrop({ items, side, lists }: Lifted, over: RowPlace, planning: Planning): NamedCall | null {
  const { sprint } = planning;
  const onto = sideOf(lists, over.row);
  if (onto === null) return null;
  const place = placeIn(lists[onto], over, new Set(items));
  if (onto === 'right' && side === 'left') return { verb: 'planInSprint', input: { items: [...items], sprint: sprint.id, ...(place && { place }) } };
  if (onto === 'right') return { verb: 'moveInSprint', input: { sprint: sprint.id, items: [...items], place: place ?? { to: 'bottom' } } };
  if (side === 'right') return { verb: 'planInSprint', input: { items: [...items], sprint: null } };
  return place && moveAmongCandidates(planning, items, place);
}

/** What moves candidates among themselves: the rank of the product, or the order of the team's one queue over several; null: it is not theirs to change. */
export function moveAmongCandidates({ sprint, product, from, canRank }: Planning, items: readonly string[], place: PlaceInput): NamedCall | null {
  if (from.in === 'queue' && sprint.team !== null && !('position' in place))
    return { verb: 'moveInQueue', input: { team: sprint.team, items: [...items], place } };
  return from.in !== 'queue' && canRank ? { verb: 'moveItems', input: { product, items: [...items], place } } : null;
}

/** Said to screen readers while something is dragged. */
export function sayLoad(view: View, { sprint }: Planning): string {
  const { load, capacity, unit } = loadOf(view, sprint);
  return `${sprint.name}: ${load}${capacity === null ? '' : ` of ${capacity}`} ${unit}`;
}
