import type { Item } from '../backlog/item.ts';
import { isRankedRow } from '../backlog/open.ts';
import { teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import { itemsInSprint } from '../sprint/sprint.ts';
import { activeSprint } from '../sprint/sprint-rules.ts';
import { isAbove } from '../backlog/is-above.ts';

/** The open ranked rows of a product that are in a running sprint of one of its teams, best first. */
export function rowsInSprints(view: View, product: string): Item[] {
  const running = teamsOf(view, product).flatMap(({ id }) => activeSprint(view, id) ?? []);
  const items = running.flatMap(({ id }) => Array.from(view.list(itemsInSprint, id)));
  return items.filter((item) => item.product === product && isRankedRow(view, item)).sort((a, b) => (isAbove(a, b) ? -1 : 1));
}

/** Whether an item is in a sprint that is under way. */
export const isInRunningSprint = (view: View, { sprint }: Item): boolean => sprint !== null && view.find('sprint', sprint)?.state === 'active';

/** Whether a line may take a row: it is in its release or in none. */
export const isCandidate = ({ release }: Item, line: string): boolean => release === null || release === line;
