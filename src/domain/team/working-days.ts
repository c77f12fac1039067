import type { View } from '../collections.ts';
import { dayOfNumber, numberOfDay, weekdayOf, type Day } from '../kernel/day.ts';
import { holidaysOf } from './days-off.ts';
import type { Team } from './team.ts';

/** From one day to another, both counted; empty when it ends before it starts. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** The days on which a team works: its days of the week, less its holidays. */
export function workingDaysOf(view: View, team: Team, { from, to }: Stretch): Day[] {
  const holidays = Array.from(view.list(holidaysOf, team.id)).filter((holiday) => holiday.from <= to && holiday.to >= from);
  const days: Day[] = [];
  for (let number = numberOfDay(from); number <= numberOfDay(to); number++) {
    const day = dayOfNumber(number);
    if (isWorkingDay(team, day) && !holidays.some((holiday) => isIn(holiday, day))) days.push(day);
  }
  return days;
}

/** Whether a day lies in a stretch. */
export const isIn = ({ from, to }: Stretch, day: Day): boolean => from <= day && day <= to;

/** Whether a team works on that day of the week. */
export const isWorkingDay = ({ workingDays }: Pick<Team, 'workingDays'>, day: Day): boolean => workingDays.includes(weekdayOf(day));
