import type { View } from '../collections.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import { gapsOf } from '../team/gaps.ts';
import { holidaysOf } from '../team/days-off.ts';
import type { Team } from '../team/team.ts';
import { isIn, workingDaysOf, type Stretch } from '../team/working-days.ts';

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

/** What part of a usual week is worked in one: its working days, less the hours of those who are away on them. */
function shareOf(view: View, team: Team, week: Stretch): number {
  const gaps = gapsOf(view, team.id);
  const there = (day: Day): number => 1 - (gaps.find((gap) => isIn(gap, day))?.gone ?? 0);
  return workingDaysOf(view, team, week).reduce((all, day) => all + there(day), 0) / team.workingDays.length;
}

/** The last day on which the team or somebody in it is away; the day before today where none is ahead. */
function lastDayOff(view: View, team: string, today: Day): Day {
  const ends = [...view.list(holidaysOf, team), ...gapsOf(view, team)].map(({ to }) => to);
  return ends.reduce((last, to) => (to > last ? to : last), addDays(today, -1));
}
