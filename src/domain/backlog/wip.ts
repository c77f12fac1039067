import type { View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { teamOf, teamsOf } from './team-of.ts';
import { itemsInState, type Item } from './item.ts';
import { isRankedRow } from './open.ts';

/** How many items of a team stand in a state: tasks are in their story, and a parent in what it is delivered by. */
export function wipOf(view: View, state: string, team: string | null): number {
  const first = firstTeam(view, view.get('state', state).product);
  return Array.from(view.list(itemsInState, state)).filter((item) => isRankedRow(view, item) && teamOf(view, item, first) === team).length;
}

/** Why items can't come into a state whose limit stops: a team would have more in it than the limit. */
export function refusesWip(view: View, items: readonly string[], state: string): Blocker[] {
  const { wipLimit, isWipStrict, product } = view.get('state', state);
  if (wipLimit === null || !isWipStrict) return [];
  const first = firstTeam(view, product);
  const coming = new Map<string | null, number>();
  for (const item of new Set(items).values()) {
    const record = view.get('item', item);
    if (!counts(view, record, state)) continue;
    const team = teamOf(view, record, first);
    coming.set(team, (coming.get(team) ?? 0) + 1);
  }
  return [...coming].some(([team, count]) => wipOf(view, state, team) + count > wipLimit) ? [{ code: 'wip-full', state, limit: wipLimit }] : [];
}

/** Whether an item adds to what is in a state when it comes there. */
const counts = (view: View, item: Item, state: string): boolean =>
  item.state !== state && item.type !== 'task' && (isRankedRow(view, item) || item.closedOn !== null);

const firstTeam = (view: View, product: string): string | null => teamsOf(view, product)[0]?.id ?? null;
