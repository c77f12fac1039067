import { addDays, daysBetween, mondayOf, type Day } from '../kernel/day.ts';
import type { Team } from '../team/team.ts';
import type { Stretch } from '../team/working-days.ts';

/** The rounds of a team from the one that a day lies in, one after another: its sprints as they are counted, else from a Monday; in flow, weeks. */
export function comingRounds({ works, sprintWeeks, sprintsFrom }: Pick<Team, 'works' | 'sprintWeeks' | 'sprintsFrom'>, today: Day, count: number): Stretch[] {
  const isFlow = works === 'flow';
  const days = isFlow ? 7 : sprintWeeks * 7;
  const origin = isFlow || sprintsFrom === null ? mondayOf(today) : sprintsFrom;
  const start = addDays(origin, Math.floor(daysBetween(origin, today) / days) * days);
  return Array.from({ length: count }, (_, at) => ({ from: addDays(start, at * days), to: addDays(start, (at + 1) * days - 1) }));
}
