import type { View } from '../../domain/collections.ts';
import { hasCapacity, type Line, type Lines } from '../../domain/cutline/line.ts';
import { categoryInText, categoryName } from '../app/category-name.ts';
import { nameIn } from '../app/name-in.ts';

/** `31 of 35 points`; with several teams, or with shares for categories, each for itself, because they are never added: `Web 31 of 35 · Mobile full`. */
export function loadText(view: View, { unit }: Pick<Lines, 'unit'>, { teams }: Pick<Line, 'teams'>): { long: string; short: string } {
  const [only, ...others] = teams;
  if (!only) return { long: 'no team', short: 'no team' };
  if (others.length === 0) {
    if (!hasCapacity(only)) return { long: 'no pace yet', short: 'no pace' };
    return { long: `${only.used} of ${only.capacity} ${unit}`, short: `${only.used} of ${only.capacity}` };
  }
  const isOneTeam = others.every(({ team }) => team === only.team);
  if (isOneTeam && !hasCapacity(only)) return { long: 'no pace yet', short: 'no pace' };
  const each = teams.flatMap((one) => {
    const { team, keptFor, used, capacity } = one;
    const name = isOneTeam ? '' : nameIn(view)('team', team);
    if (!hasCapacity(one)) return keptFor === null ? `${name} no pace` : [];
    const whose = [name, ...(keptFor === null ? [] : [isOneTeam ? categoryName(keptFor) : categoryInText(keptFor)])].filter(Boolean).join(' ');
    if (whose !== '' && used >= capacity) return `${whose} full`;
    return `${whose} ${used} of ${capacity}${whose === '' ? ` ${unit}` : ''}`.trim();
  });
  return { long: each.join(' · '), short: each.join(' · ') };
}
