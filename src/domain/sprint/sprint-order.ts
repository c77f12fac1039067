import type { Item } from '../backlog/item.ts';
import type { WorkspaceDraft } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { filledKeys } from '../kernel/filled-keys.ts';
import { cardsOf } from './cards.ts';

/**
 * Puts cards into a sprint, each at its rank's place: above the first one there that ranks below it in its product. The others keep their
 * order, which is the team's.
 */
export function enterSprint(draft: WorkspaceDraft, sprint: string, entering: readonly Item[]): void {
  const moving = new Set(entering.map(({ id }) => id));
  const order = cardsOf(draft.workspace, sprint).filter(({ id }) => !moving.has(id));
  for (const item of entering.toSorted(byRank)) {
    const below = order.findIndex((other) => other.product === item.product && byRank(item, other) < 0);
    order.splice(below < 0 ? order.length : below, 0, item);
  }
  writeOrder(draft, sprint, { order, moving });
}

/** Gives the cards of a sprint the keys of this order: those that move get new ones, the others keep theirs where they can. */
export function writeOrder(draft: WorkspaceDraft, sprint: string, { order, moving }: { order: readonly Item[]; moving: ReadonlySet<string> }): void {
  const keys = filledKeys(order.map(({ id, sprintRank }) => (moving.has(id) ? null : sprintRank)));
  order.forEach(({ id }, at) => draft.update('item', id, { sprint, sprintRank: keys[at]! }));
}

/** Where one has a rank above another; ties by id, as everywhere. */
const byRank = (a: Item, b: Item): number => byCodeUnit(a.rank, b.rank) || byCodeUnit(a.id, b.id);
