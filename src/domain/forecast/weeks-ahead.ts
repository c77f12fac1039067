import { presenceOf } from '../capacity/presence.ts';
import type { View } from '../collections.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import { holidaysOf, timeOffOf } from '../team/days-off.ts';
import { membershipsOf } from '../team/membership.ts';
import type { Team } from '../team/team.ts';
import { workingDaysOf, type Stretch } from '../team/working-days.ts';

/** Further ahead nobody's days off are looked at. */
const MOST_WEEKS = 156;

/**
 * For each coming week from today the share of a usual one that a team works: less its holidays, and its members' time off by their hours
 * of all. It ends with a usual week, or with one without work where the team has no working day.
 */
export function weeksAhead(view: View, id: string, today: Day): readonly number[] {
  const team = view.get('team', id);
  if (team.workingDays.length === 0) return [0];
  const weeks = Math.min(MOST_WEEKS, Math.ceil((daysBetween(today, lastDayOff(view, id, today)) + 1) / 7));
  const ahead = Array.from({ length: weeks }, (_, week) => {
    const from = addDays(today, 7 * week);
    return shareOf(view, team, { from, to: addDays(from, 6) });
  });
  return [...ahead, 1];
}

/** What part of a usual week's hours are worked in one; of its days where nobody has said who is in the team. */
function shareOf(view: View, team: Team, week: Stretch): number {
  const people = presenceOf(view, team, week);
  const usual = people.reduce((all, { membership, share }) => all + share * team.workingDays.length * view.get('membership', membership).hoursPerDay, 0) / 100;
  if (usual === 0) return workingDaysOf(view, team, week).length / team.workingDays.length;
  return people.reduce((all, { hours }) => all + hours, 0) / usual;
}

/** The last day on which the team or somebody in it is away; the day before today where none is ahead. */
function lastDayOff(view: View, team: string, today: Day): Day {
  let last = addDays(today, -1);
  const look = (days: Iterable<{ readonly to: Day }>) => {
    for (const { to } of days) if (to > last) last = to;
  };
  look(view.list(holidaysOf, team));
  for (const { member } of view.list(membershipsOf, team)) look(view.list(timeOffOf, member));
  return last;
}
