import type { View } from '../collections.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { timeOffOf } from '../team/days-off.ts';
import { membershipsOf, type Membership } from '../team/membership.ts';
import { shareOfTime } from '../team/share-of-time.ts';
import type { Team } from '../team/team.ts';
import { isIn, workingDaysOf, type Stretch } from '../team/working-days.ts';

/** How much of somebody a team has on some days. */
export interface Presence {
  readonly membership: string;
  readonly member: string;
  /** Per cent of their time that counts here: less than was said where their shares over all teams come to more than a hundred. */
  readonly share: number;
  /** Their shares over all teams, as they were said. */
  readonly sharesOverAll: number;
  /** Working days of the team on which they are away. */
  readonly daysOff: number;
  /** Working days less days off, times the share. */
  readonly personDays: number;
  readonly hours: number;
}

/** Who is there on a team's working days between two days, and for how long. Shares of over a hundred per cent are cut in proportion: nobody is counted twice. */
export function presenceOf(view: View, team: Team, stretch: Stretch): Presence[] {
  const days = workingDaysOf(view, team, stretch);
  return Array.from(view.list(membershipsOf, team.id), (membership) => presenceIn(view, membership, days));
}

/** The days of all people together. */
export const personDaysOf = (people: readonly Presence[]): number => sumOf(people, ({ personDays }) => personDays);

function presenceIn(view: View, membership: Membership, days: readonly Day[]): Presence {
  const { id, member, hoursPerDay } = membership;
  const { share, overAll } = shareOfTime(view, membership);
  const away = [...view.list(timeOffOf, member)];
  const daysOff = days.filter((day) => away.some((off) => isIn(off, day))).length;
  const personDays = sum(((days.length - daysOff) * share) / 100, 0);
  return { membership: id, member, share, sharesOverAll: overAll, daysOff, personDays, hours: sum(personDays * hoursPerDay, 0) };
}
