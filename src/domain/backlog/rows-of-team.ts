import { childrenOf, type Item } from './item.ts';
import { isRankedRow, rankedRows } from './open.ts';
import type { IndexOf, Peek } from '../kernel/record-index.ts';
import { categoryOf, type Category } from './category.ts';
import { givenTeam } from './team-of.ts';

/** The group of a team's rows in a product; null: of the rows that neither have a team nor inherit one. */
export const teamRows = (product: string, team: string | null): string => `${product}/${team ?? ''}`;

/** Those among them of one category. */
export const kindRows = (product: string, team: string | null, category: Category): string => `${teamRows(product, team)}/${category}`;

/** The ranked rows of a product by team, own or inherited, and category, best first: a line asks only for those of teams and categories that still have room. */
export const rowsOfTeam: IndexOf<Item> = {
  name: 'rowsOfTeam',
  in: 'item',
  group: (item, peek) => (isRankedRow(peek, item) ? kindRows(item.product, givenTeam(peek, item), categoryOf(item)) : null),
  order: ({ rank }) => rank,
  follows: {
    ...rankedRows.follows,
    item: (item: Item, peek: Peek) => [...(item.parent === null ? [] : [item.parent]), ...heirs(item, peek)],
  },
};

/** The items below one that may have their team from it. An item without team and parent has none to give. */
function heirs(item: Item, peek: Peek): string[] {
  if (item.team === null && item.parent === null) return [];
  return [...peek.list(childrenOf, item.id)].flatMap((child) => [child.id, ...(child.team === null ? heirs(child, peek) : [])]);
}
