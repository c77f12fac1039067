import type { View } from '../collections.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import { membershipsOfMember, type Membership } from './membership.ts';

/** How much of somebody's time a team has, in per cent. */
export interface ShareOfTime {
  /** What counts: less than was said where their shares over all teams come to more than a hundred, so that nobody is counted twice. */
  readonly share: number;
  /** Their shares over all teams, as they were said. */
  readonly overAll: number;
}

/** How much of somebody's time a team has: shares of over a hundred per cent are cut in proportion. */
export function shareOfTime(view: View, { member, share: said }: Pick<Membership, 'member' | 'share'>): ShareOfTime {
  const overAll = sumOf(view.list(membershipsOfMember, member), ({ share }) => share);
  return { share: overAll > 100 ? sum((said * 100) / overAll, 0) : said, overAll };
}
