import { isDelivered } from './done.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { Item } from './item.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import { rowsOfTeam, teamRows } from './rows-of-team.ts';
import { givenTeam } from './team-of.ts';

/** What a team has delivered of a product, by the day: rows as a line counts them. What was closed on a day that nobody knows is left out. */
export const doneRows: IndexOf<Item> = {
  name: 'doneRows',
  in: 'item',
  group: (item, peek) => (item.closedOn !== null && isDelivered(peek, item) ? teamRows(item.product, givenTeam(peek, item)) : null),
  order: ({ closedOn, estimate }) => `${closedOn} ${markOf(estimate)}`, // with the estimate, so that the group's mark is another when it is
  follows: rowsOfTeam.follows!,
};

/** Short, because there are as many as everything that was ever done. */
function markOf(estimate: Estimate | null): string {
  if (estimate?.kind === 'hours') return `${estimate.original} ${estimate.remaining} ${estimate.spent} h`;
  return `${estimate?.value ?? ''}`;
}
