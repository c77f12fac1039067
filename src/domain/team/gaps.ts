import type { View } from '../collections.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Gap } from './away.ts';
import { timeOffOf } from './days-off.ts';
import { membershipsOf } from './membership.ts';
import { shareOfTime } from './share-of-time.ts';
import { isIn } from './working-days.ts';

/** When how much of a team is away, by the hours of its people; the oldest first, without overlaps. */
export const gapsOf = (view: View, team: string): readonly Gap[] => view.find('away', team)?.gaps ?? gapsFrom(view, team);

/** How many people work in a team. */
export const peopleIn = (view: View, team: string): number => view.find('away', team)?.people ?? view.list(membershipsOf, team).length;

/** When how much of it is away, from the people of a team and their days off. */
export function gapsFrom(view: View, team: string): Gap[] {
  const people = Array.from(view.list(membershipsOf, team), (membership) => ({
    hours: shareOfTime(view, membership).share * membership.hoursPerDay,
    off: Array.from(view.list(timeOffOf, membership.member), ({ from, to }) => ({ from, to: to < NEVER ? to : NEVER })),
  }));
  const all = people.reduce((total, { hours }) => total + hours, 0);
  const turns = [...new Set(people.flatMap(({ off }) => off.flatMap(({ from, to }) => [from, addDays(to, 1)])))].sort();
  return turns.slice(0, -1).flatMap((from, at): Gap[] => {
    const gone = people.reduce((total, { hours, off }) => total + (off.some((one) => isIn(one, from)) ? hours : 0), 0);
    return gone === 0 ? [] : [{ from, to: addDays(turns[at + 1]!, -1), gone: gone / all }];
  });
}

/** A day further ahead is a mistake of somebody's. */
const NEVER: Day = '9000-01-01';
