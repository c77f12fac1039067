import { z } from 'zod';
import { withBelow } from '../backlog/below.ts';
import { claimsOnItems } from '../backlog/item-claims.ts';
import type { Item } from '../backlog/item.ts';
import { takesItemsOf } from '../backlog/item-rules.ts';
import { itemsSchema } from '../backlog/items-schema.ts';
import { hasOpenChild, isInBacklog, isOpen } from '../backlog/open.ts';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { givenTeam } from '../backlog/team-of.ts';
import { cardsOf, isUnderCard } from './cards.ts';
import type { Sprint } from './sprint.ts';
import { cardNamed, placeCards, placeInSprint } from './move-in-sprint.ts';
import { refusesClosed } from './sprint-rules.ts';
import { enterSprint } from './sprint-order.ts';

export const planInSprint = verb({
  name: 'planInSprint',
  does: 'Put items into a sprint, each at its rank’s place or where it is said, or take them out of the one they are in. Their rank stays as it is, and tasks go along.',
  route: ['POST', '/plan-in-sprint'],
  input: z
    .strictObject({
      items: itemsSchema,
      sprint: ref('sprint').nullable(),
      /** Where they stand in the order of the sprint; left out, each at its rank's place. */
      place: placeInSprint.optional(),
    })
    .refine(({ sprint, place }) => sprint !== null || place === undefined, { path: ['place'], message: 'only in a sprint is there a place' }),
  /** It is for who plans both the sprint that items leave and the one that they join; one that was imported has no team to ask. */
  needs: (view, { items, sprint, place }) => {
    const left = items.flatMap((id) => sprintLeft(view, view.get('item', id))).flatMap(({ id, team }) => (team === null ? [] : [id]));
    const sprints = new Set(sprint === null ? left : [...left, sprint]);
    const named = place === undefined ? [] : cardNamed(place);
    return [
      ...claimsOnItems(view, 'edit-items', [...items, ...named]),
      ...Array.from(sprints, (id): Claim => ({ may: 'plan-sprints', on: { in: 'sprint', id } })),
    ];
  },
  blockers: (view, { items, sprint, place }) => {
    const into = sprint === null ? null : view.get('sprint', sprint);
    const closed = into === null ? [] : refusesClosed(into);
    if (closed.length > 0) return closed;
    const strangers = into === null || place === undefined ? [] : refusesStrangers(view, into.id, cardNamed(place));
    return [...refusesItems(view, items, into), ...strangers];
  },
  run(draft, { items, sprint, place }) {
    const view = draft.workspace;
    const going = [...new Set(items.flatMap((id) => withThoseAlong(view, id)))];
    putIntoSprint(draft, going, sprint);
    if (sprint !== null && place !== undefined) placeCards(draft, sprint, { moving: new Set(going.map(({ id }) => id)), place });
  },
});

/** A place is told by a card that is in the sprint. */
function refusesStrangers(view: View, sprint: string, named: readonly string[]): Blocker[] {
  const cards = new Set(cardsOf(view, sprint).map(({ id }) => id));
  return named.filter((item) => !cards.has(item)).map((item) => ({ code: 'not-in-sprint', item, sprint }));
}

/** Puts items into a sprint or takes them out: cards at their place in its order, tasks under their story without one. */
export function putIntoSprint(draft: WorkspaceDraft, items: readonly Item[], sprint: string | null): void {
  const fresh = items.filter((item) => item.sprint !== sprint);
  const hasPlace = (item: Item) => sprint !== null && !isUnderCard(item);
  for (const item of fresh) if (!hasPlace(item)) draft.update('item', item.id, { sprint, sprintRank: null });
  const cards = fresh.filter(hasPlace);
  if (sprint !== null && cards.length > 0) enterSprint(draft, sprint, cards);
}

function refusesItems(view: View, items: readonly string[], into: Sprint | null): Blocker[] {
  const named = new Set(items);
  const isAlone = (item: Item) => isUnderCard(item) && !named.has(item.parent!);
  return items.map((id) => view.get('item', id)).flatMap((item) => (isAlone(item) ? [{ code: 'not-ranked', item: item.id }] : cannotGo(view, item, into)));
}

const sprintLeft = (view: View, item: Item): Sprint[] => (item.sprint === null ? [] : [view.get('sprint', item.sprint)]);

function cannotGo(view: View, item: Item, into: Sprint | null): Blocker[] {
  const [left] = sprintLeft(view, item);
  if (left?.state === 'closed' && !isOpen(view, item)) return [{ code: 'sprint-closed', sprint: left.id }];
  if (into === null) return [];
  if (!takesItemsOf(view, into, item.product)) return [{ code: 'other-product', item: item.id }];
  const team = givenTeam(view, item);
  if (team !== null && team !== into.team) return [{ code: 'other-team', item: item.id, team }];
  return isInBacklog(view, item) ? [] : [{ code: 'not-open', item: item.id }];
}

/** A parent stands for the open items below it that are where it is; tasks go where their story goes. What has open children is not itself in a sprint. */
function withThoseAlong(view: View, id: string): Item[] {
  const { sprint } = view.get('item', id);
  const goesAlong = (child: Item) => child.sprint === sprint && (child.type === 'task' ? child.trashedAt === null : isInBacklog(view, child));
  return withBelow(view, [id], goesAlong).filter((item) => item.sprint !== null || !hasOpenChild(view, item));
}
