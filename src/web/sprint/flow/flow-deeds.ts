import type { PlaceInput } from '../../../domain/backlog/move-items.ts';
import type { StateGroup } from '../../../domain/backlog/state-group.ts';
import { statesOf } from '../../../domain/backlog/state.ts';
import type { View } from '../../../domain/collections.ts';
import type { Team } from '../../../domain/team/team.ts';
import type { NamedCall } from '../../../domain/verbs.ts';

const BEGUN: readonly StateGroup[] = ['in-progress', 'in-review'];
const WAITING: readonly StateGroup[] = ['ready', 'backlog'];

/** What begins items: each goes to the first state of its own product that is under way. */
export const beginCalls = (view: View, items: readonly string[]): NamedCall[] => intoGroups(view, items, BEGUN);

/** What puts items back into the queue: each to the last state of its own product before work begins. */
export const putBackCalls = (view: View, items: readonly string[]): NamedCall[] => intoGroups(view, items, WAITING);

/** One call for each product: the first of these groups that it has a state of. */
function intoGroups(view: View, items: readonly string[], groups: readonly StateGroup[]): NamedCall[] {
  const byProduct = new Map<string, string[]>();
  for (const id of items) {
    const { product } = view.get('item', id);
    byProduct.set(product, [...(byProduct.get(product) ?? []), id]);
  }
  return [...byProduct].flatMap(([product, own]) => {
    const states = Array.from(view.list(statesOf, product));
    const into = groups.flatMap((group) => states.find((state) => state.group === group) ?? [])[0];
    return into ? [{ verb: 'setState' as const, input: { items: own, state: into.id } }] : [];
  });
}

/** What moves waiting items among themselves: the one queue of a team that serves several products, else the rank; null: it is not theirs to change. */
export function moveInQueueCall(
  { id, products }: Team,
  items: readonly string[],
  { place, canRank }: { place: PlaceInput; canRank: boolean },
): NamedCall | null {
  if (products.length > 1 && !('position' in place)) return { verb: 'moveInQueue', input: { team: id, items: [...items], place } };
  return canRank ? { verb: 'moveItems', input: { product: products[0]!, items: [...items], place } } : null; // a team has at least one
}
