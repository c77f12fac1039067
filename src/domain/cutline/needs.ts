import type { Item } from '../backlog/item.ts';
import { teamOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import { teamEstimatesOf } from '../estimation/team-estimate.ts';
import { sizeOf, type Sizing } from './size.ts';

/** What a row takes of one team. */
export interface Need {
  readonly team: string;
  readonly size: number;
}

/** The teams that a row needs, each with what it takes of it: its own team first, by its estimate, then those with an estimate of their own. None while no team works on the product. */
export function needsOf(view: View, lines: Sizing, row: Item): Need[] {
  const own = teamOf(view, row, lines.firstTeam);
  return own === null ? [] : [{ team: own, size: sizeOf(view, lines, row) }, ...needsOfOthers(view, lines, { row, own })];
}

/** What a row takes of teams besides its own. A team that no longer works on the product is not waited for. */
export function needsOfOthers(view: View, { unit }: Pick<Sizing, 'unit'>, { row, own }: { row: Item; own: string }): Need[] {
  const estimates = view.list(teamEstimatesOf, row.id);
  if (estimates.length === 0) return [];
  const others = Array.from(estimates).filter(({ team, points }) => team !== own && points > 0 && view.find('team', team)?.products.includes(row.product));
  return others.map(({ team, points }) => ({ team, size: unit === 'items' ? 1 : points }));
}

/** What a row takes of a team; 0 where it does not need it. */
export const sizeFor = (view: View, lines: Sizing, { row, team }: { row: Item; team: string }): number =>
  needsOf(view, lines, row).find((need) => need.team === team)?.size ?? 0;
