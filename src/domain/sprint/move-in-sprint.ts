import { z } from 'zod';
import { claimsOnItems } from '../backlog/item-claims.ts';
import { itemsSchema } from '../backlog/items-schema.ts';
import { verb, type WorkspaceDraft } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { cardsOf } from './cards.ts';
import { writeOrder } from './sprint-order.ts';
import { refusesClosed } from './sprint-rules.ts';

/** Where cards go in the order of their sprint. */
export const placeInSprint = z.union([
  z.strictObject({ before: ref('item') }),
  z.strictObject({ after: ref('item') }),
  z.strictObject({ to: z.enum(['top', 'bottom']) }),
]);
export type PlaceInSprint = z.infer<typeof placeInSprint>;

export const moveInSprint = verb({
  name: 'moveInSprint',
  does: 'Move items to a place in the order of their sprint, which is the team’s own: their rank in the product stays as it is.',
  route: ['POST', '/sprints/{sprint}/move-items'],
  input: z.strictObject({ sprint: ref('sprint'), items: itemsSchema, place: placeInSprint }),
  needs: (view, { sprint, items, place }) => [
    { may: 'plan-sprints', on: { in: 'sprint', id: sprint } },
    ...claimsOnItems(view, 'edit-items', [...items, ...cardNamed(place)]),
  ],
  blockers(view, { sprint, items, place }) {
    const cards = new Set(cardsOf(view, sprint).map(({ id }) => id));
    const strangers = [...items, ...cardNamed(place)].filter((item) => !cards.has(item));
    return [...refusesClosed(view.get('sprint', sprint)), ...strangers.map((item): Blocker => ({ code: 'not-in-sprint', item, sprint }))];
  },
  run: (draft, { sprint, items, place }) => placeCards(draft, sprint, { moving: new Set(items), place }),
});

/** Moves cards to a place in the order of their sprint; their order among themselves is kept. */
export function placeCards(draft: WorkspaceDraft, sprint: string, { moving, place }: { moving: ReadonlySet<string>; place: PlaceInSprint }): void {
  const all = cardsOf(draft.workspace, sprint);
  const staying = all.filter(({ id }) => !moving.has(id));
  const at = placeAmong(
    all.map(({ id }) => id),
    { place, moving },
  );
  const order = [...staying.slice(0, at), ...all.filter(({ id }) => moving.has(id)), ...staying.slice(at)];
  if (order.every(({ id }, n) => id === all[n]!.id)) return;
  writeOrder(draft, sprint, { order, moving });
}

/** The card that a place names. */
export const cardNamed = (place: PlaceInSprint): string[] => ('before' in place ? [place.before] : 'after' in place ? [place.after] : []);

/** How many of the cards that stay come before the place. */
export function placeAmong(cards: readonly string[], { place, moving }: { place: PlaceInSprint; moving: ReadonlySet<string> }): number {
  const end = 'to' in place ? (place.to === 'top' ? 0 : cards.length) : 'before' in place ? cards.indexOf(place.before) : cards.indexOf(place.after) + 1;
  return cards.slice(0, end).filter((id) => !moving.has(id)).length;
}
