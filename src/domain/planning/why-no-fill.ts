import { categoryOf } from '../backlog/category.ts';
import type { Item } from '../backlog/item.ts';
import { partFor } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import { cardsOf } from '../sprint/cards.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { partsOfSprint, sizesIn } from './sprint-load.ts';

/** Why filling takes nothing; room is what is left of the capacity that the next one draws on. */
export type WhyNoFill =
  | { readonly code: 'no-capacity' | 'none-left' | 'all-blocked' }
  | { readonly code: 'other-team-full'; readonly item: string }
  | { readonly code: 'next-does-not-fit'; readonly item: string; readonly needs: number; readonly room: number };

/** Why nothing of the candidates is taken where `fillOf` takes nothing. */
export function whyNoFill(view: View, sprint: Sprint, candidates: readonly Item[]): WhyNoFill {
  const parts = partsOfSprint(view, sprint);
  if (parts.length === 0) return { code: 'no-capacity' };
  if (candidates.length === 0) return { code: 'none-left' };
  const cards = new Set(cardsOf(view, sprint.id).map(({ id }) => id));
  const next = candidates.find((item) => unmetBlocker(view, item, ({ id }) => cards.has(id)) === null);
  if (!next) return { code: 'all-blocked' };
  const part = partFor(parts, categoryOf(next))!; // there is one for everything where there is any
  const [needs, room] = [sizesIn(view, sprint)(next), sum(part.capacity, -part.load)];
  return needs <= room ? { code: 'other-team-full', item: next.id } : { code: 'next-does-not-fit', item: next.id, needs, room: Math.max(0, room) };
}
