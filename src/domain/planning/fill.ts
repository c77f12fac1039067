import type { Item } from '../backlog/item.ts';
import { categoryOf } from '../backlog/category.ts';
import { partFor } from '../capacity/parts.ts';
import { unitOf } from '../capacity/unit.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import { cardsOf } from '../sprint/cards.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { takesElsewhere } from './elsewhere.ts';
import { partsOfSprint, sizesIn } from './sprint-load.ts';

/**
 * What of the candidates fits into the room that is left, going down the rank until the first that does not; where the team keeps shares for
 * categories, in each part of its capacity. What waits for something that is neither in the sprint nor taken is passed
 * over, and so is what needs another team that has no room in these days.
 */
export function fillOf(view: View, sprint: Sprint, candidates: readonly Item[]): string[] {
  const parts = partsOfSprint(view, sprint);
  const sizeOfCard = sizesIn(view, sprint);
  const isTakenElsewhere = takesElsewhere(view, sprint, unitOf(view, sprint.product));
  const taken = new Set(cardsOf(view, sprint.id).map(({ id }) => id));
  const filling: string[] = [];
  const rooms = new Map(parts.map((part) => [part, sum(part.capacity, -part.load)]));
  for (const item of candidates) {
    if (rooms.size === 0) break;
    const part = partFor(parts, categoryOf(item))!;
    const room = rooms.get(part);
    if (room === undefined || unmetBlocker(view, item, ({ id }) => taken.has(id)) !== null) continue;
    const size = sizeOfCard(item);
    if (size > room) {
      rooms.delete(part);
      continue;
    }
    if (!isTakenElsewhere(item)) continue;
    rooms.set(part, sum(room, -size));
    taken.add(item.id);
    filling.push(item.id);
  }
  return filling;
}
