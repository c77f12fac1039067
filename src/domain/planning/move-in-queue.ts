import { z } from 'zod';
import { claimsOnItems } from '../backlog/item-claims.ts';
import { itemsSchema } from '../backlog/items-schema.ts';
import { verb, type WorkspaceDraft } from '../collections.ts';
import { filledKeys } from '../kernel/filled-keys.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { cardNamed, placeAmong, placeInSprint, type PlaceInSprint } from '../sprint/move-in-sprint.ts';
import { queuePlacesOf } from './queue-place.ts';
import { teamQueue, type TeamQueue } from './team-queue.ts';

/** What stands above a place is settled with it; a queue of which so much is settled is no queue. */
const MOST_SETTLED = 2000;

export const moveInQueue = verb({
  name: 'moveInQueue',
  does: 'Move items to a place in the one queue of a team that serves several products. The rank of each product is kept: what would break it is refused.',
  route: ['POST', '/teams/{team}/move-in-queue'],
  input: z.strictObject({ team: ref('team'), items: itemsSchema, place: placeInSprint }),
  needs: (view, { team, items, place }) => [
    { may: 'plan-sprints', on: { in: 'team', id: team } },
    ...claimsOnItems(view, 'edit-items', [...items, ...cardNamed(place)]),
  ],
  blockers(view, { team, items, place }) {
    const queue = teamQueue(view, team);
    const inQueue = new Set(queue.order);
    const strangers = [...items, ...cardNamed(place)].filter((item) => !inQueue.has(item));
    if (strangers.length > 0) return strangers.map((item): Blocker => ({ code: 'not-in-queue', item, team }));
    const { order, settled } = movedIn(queue, { items, place });
    if (settled > MOST_SETTLED) return [{ code: 'too-many', what: 'Rows above a place in the queue', most: MOST_SETTLED }];
    return againstRank(queue, order);
  },
  run(draft, { team, items, place }, context) {
    const queue = teamQueue(draft.workspace, team);
    const { order, settled } = movedIn(queue, { items, place });
    if (order.every((id, at) => id === queue.order[at])) return;
    const moving = new Set(items);
    const keys = filledKeys(order.slice(0, settled).map((id) => (moving.has(id) ? null : (queue.merged.keys.get(id) ?? null))));
    const known = new Map(Array.from(draft.workspace.list(queuePlacesOf, team), ({ item, id }) => [item, id]));
    for (const [at, key] of keys.entries()) {
      const own = known.get(order[at]!);
      if (own === undefined) draft.create('queuePlace', { id: context.newId(), team, item: order[at]!, place: key });
      else draft.update('queuePlace', own, { place: key });
    }
    yieldPlaces(draft, team, known);
  },
});

/** What is being worked on gives up its place where that stands in the way of what a hand has just put somewhere. */
function yieldPlaces(draft: WorkspaceDraft, team: string, known: ReadonlyMap<string, string>): void {
  const { order, merged, lists } = teamQueue(draft.workspace, team);
  const waiting = new Set(order);
  const placed = new Set(Array.from(draft.workspace.list(queuePlacesOf, team), ({ item }) => item));
  for (const list of lists) {
    if (!list.some((item) => waiting.has(item) && placed.has(item) && !merged.keys.has(item))) continue;
    for (const item of list) if (!waiting.has(item) && known.has(item)) draft.remove('queuePlace', known.get(item)!);
  }
}

/** The queue with items moved, their order among themselves kept, and how many of it from the top have a place by hand then. */
function movedIn(
  { order: before, merged }: TeamQueue,
  { items, place }: { items: readonly string[]; place: PlaceInSprint },
): { order: string[]; settled: number } {
  const moving = new Set(items);
  const at = placeAmong(before, { place, moving });
  const staying = before.filter((id) => !moving.has(id));
  const order = [...staying.slice(0, at), ...before.filter((id) => moving.has(id)), ...staying.slice(at)];
  return { order, settled: order.findLastIndex((id) => moving.has(id) || merged.settled.has(id)) + 1 };
}

/** The first item that would stand below one of its own product that ranks below it. */
function againstRank({ lists }: TeamQueue, order: readonly string[]): Blocker[] {
  const places = new Map(lists.flatMap((list, product) => list.map((id, at) => [id, { product, at }])));
  const lowest = new Map<number, { id: string; at: number }>();
  for (const item of order) {
    const { product, at } = places.get(item)!; // all of the queue is in one of its lists
    const above = lowest.get(product);
    if (above && above.at > at) return [{ code: 'against-rank', item, other: above.id }];
    lowest.set(product, { id: item, at });
  }
  return [];
}
