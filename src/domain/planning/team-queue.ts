import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { groupOf, rankedRows } from '../backlog/open.ts';
import { isBegunGroup } from '../backlog/state-group.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { isOpenSprint } from '../sprint/sprint-rules.ts';
import type { Team } from '../team/team.ts';
import { mergeLists, type Merged } from './merge-lists.ts';
import { queuePlacesOf } from './queue-place.ts';

/** What waits for a team, over all products that it serves, in one order. */
export interface TeamQueue {
  readonly order: readonly string[];
  /** All open rows of the team, what is being worked on too: it keeps its place beside what waits. */
  readonly merged: Merged;
  /** The same by product, each in the order of its rank. */
  readonly lists: readonly (readonly string[])[];
}

/**
 * The one queue of a team: its ranked rows that wait, merged by hand where it serves several products, and never against the rank of any. In
 * flow what waits is what is not begun; in sprints, what no open sprint has.
 */
export function teamQueue(view: View, id: string): TeamQueue {
  const team = view.get('team', id);
  const lists = team.products.map((product) => rowsIn(view, id, product));
  const placed = lists.length < 2 ? new Map<string, string>() : new Map(Array.from(view.list(queuePlacesOf, id), ({ item, place }) => [item, place]));
  const merged = mergeLists(lists, (item) => placed.get(item) ?? null);
  return { order: merged.order.filter((item) => isWaiting(view, team, view.get('item', item))), merged, lists };
}

/** So much of each product stands in a queue: what ranks lower comes up as this is taken up. */
export const MOST_OF_PRODUCT = 1000;

/** The rows of a product that are a team's, best first and from the top: its own, and of the product's first team those that nobody gave to one. */
function rowsIn(view: View, team: string, product: string): string[] {
  const first = teamsOf(view, product)[0]?.id ?? null;
  const rows: string[] = [];
  for (const row of view.list(rankedRows, product)) {
    if (rows.length === MOST_OF_PRODUCT) break;
    if (teamOf(view, row, first) === team) rows.push(row.id);
  }
  return rows;
}

/** Whether a row of a team is still to be taken up. */
function isWaiting(view: View, { works }: Team, row: Item): boolean {
  if (works === 'flow') return !isBegunGroup(groupOf(view, row));
  return row.sprint === null || !isOpenSprint(view.get('sprint', row.sprint));
}

export const queue = reading({
  name: 'queue',
  does: 'What waits for a team, over all products that it serves, in one order that keeps the rank of each.',
  route: '/teams/{team}/queue',
  input: z.strictObject({ team: ref('team') }),
  needs: (_, { team }) => [{ may: 'read', on: { in: 'team', id: team } }],
  of: (view, { team }) => teamQueue(view, team).order,
});
