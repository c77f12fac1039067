import type { View } from '../../domain/collections.ts';
import { hasCapacity } from '../../domain/cutline/line.ts';
import type { Reach } from '../../domain/cutline/reach.ts';
import { sum } from '../../domain/estimation/sum.ts';
import type { Unit } from '../../domain/product/product.ts';
import { nameIn } from '../app/name-in.ts';

/** What is done down to a date line: `34 points`; with several teams each for itself, because they are never added: `Web 31 · Mobile 12`. */
export function reachText(view: View, unit: Unit, { teams }: Pick<Reach, 'teams'>): string {
  const byTeam = new Map<string, number | null>();
  for (const one of teams) {
    const known = byTeam.get(one.team) ?? null;
    byTeam.set(one.team, hasCapacity(one) ? sum(known ?? 0, one.used) : known);
  }
  const [only, ...others] = byTeam;
  if (!only) return 'no team';
  if (others.length > 0) return [...byTeam].map(([team, used]) => `${nameIn(view)('team', team)} ${used ?? 'no pace'}`).join(' · ');
  const [, used] = only;
  return used === null ? 'no pace yet' : `${used} ${used === 1 ? unit.slice(0, -1) : unit}`;
}
