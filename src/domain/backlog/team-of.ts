import type { Item } from './item.ts';
import type { View } from '../collections.ts';
import { teamsByName, type Team } from '../team/team.ts';

/** The teams that work on a product, by name. */
export function teamsOf(view: View, product: string): Team[] {
  return [...view.list(teamsByName, 'all')].filter(({ products }) => products.includes(product));
}

/** The team that an item belongs to: its own, else its parent's, else the product's first; null while the product has none. */
export const teamOf = (view: View, item: Item, first: string | null): string | null => givenTeam(view, item) ?? first;

/** The team that somebody gave an item or one above it. */
export function givenTeam(look: { find(collection: 'item', id: string): unknown }, item: Item): string | null {
  let at: Item | undefined = item;
  while (at) {
    if (at.team !== null) return at.team;
    at = at.parent === null ? undefined : (look.find('item', at.parent) as Item | undefined);
  }
  return null;
}
