import { SURE } from '../../domain/forecast/told.ts';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { ItemForecast, NoForecast } from '../../domain/schedule/item-forecast.ts';
import type { LikelyDay } from '../../domain/cutline/release-days.ts';
import { dayWith, type Expectation, type Schedule } from '../../domain/schedule/schedule.ts';
import { shortDay, shortMonth } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';
import type { Finish } from './finish-board.ts';

/** A day by which something is finished, where there is little room: within ten months as `12 Mar`, later as `Mar 2028`. */
export function finishText(day: Day | null, today: Day): string {
  if (day === null) return '3 years +';
  return day < addDays(today, NEAR_DAYS) ? shortDay(day, day) : shortMonth(day);
}

const NEAR_DAYS = 300;

/** `50 % by 3 Mar, 85 % by 12 Mar, 95 % by 20 Mar`; one day where a pace stands in for history. */
export function rangeWords({ days, paced }: Pick<Expectation, 'days' | 'paced'>, today: Day): string {
  if (isOneDay({ days, paced })) return finishWords(days[0]!.day, today);
  return days.map(({ with: share, day }) => `${percentOf(share)} ${finishWords(day, today)}`).join(', ');
}

/** Nothing of it is drawn from a past: it has no range, and no likelihood. */
const isOneDay = ({ days, paced }: Pick<Expectation, 'days' | 'paced'>): boolean => paced.length > 0 && days.every(({ day }) => day === days[0]?.day);

const finishWords = (day: Day | null, today: Day): string => (day === null ? 'later than in three years' : `by ${shortDay(day, today)}`);

/** `All down to here: 85 % by 14 Mar`. */
export function downToWords({ days, paced }: { days: readonly LikelyDay[] | null; paced: Expectation['paced'] }, today: Day): string | null {
  if (days === null) return null;
  return `All down to here: ${isOneDay({ days, paced }) ? '' : `${percentOf(SURE)} `}${finishWords(dayWith(SURE, days), today)}`;
}

/** Whether something is finished by a date: `85 % by 12 Mar`; where a pace stands in for history, `in time for 12 Mar`. */
export function dateWords({ chance, date, ...expected }: Pick<Expectation, 'days' | 'paced'> & { chance: number; date: Day }, today: Day): string {
  if (!isOneDay(expected)) return `${percentOf(chance)} by ${shortDay(date, today)}`;
  return `${chance > 0 ? 'in time for' : 'too late for'} ${shortDay(date, today)}`;
}

/** What the column says of a row. */
export function finishOf(schedule: Schedule, row: string): Omit<Finish, 'isOld'> | null {
  const expected = schedule.of(row);
  if (!expected) return null;
  const { today } = schedule.plan;
  const isAssumed = expected.paced.length > 0;
  const range = `Finished ${rangeWords(expected, today)}`;
  const tip = [isAssumed ? `${range}, at the pace that was set` : range, downToWords({ days: schedule.downTo(row), paced: expected.paced }, today)]
    .filter((part) => part !== null)
    .join('. ');
  return { text: finishText(dayWith(SURE, expected.days), today), tip, isAssumed };
}

/** What is assumed of a team where there is too little history. */
export function assumedWords({ weeks, needed, pace }: ItemForecast['assumed'][number], team: string): string {
  if (weeks >= needed) return `${team}: the pace that was set, ${pace} per two weeks, counts, and no range.`;
  const little = `${team} has ${weeks} of ${needed} weeks of history`;
  return pace === null ? `${little} and no pace.` : `${little}: ${pace} per two weeks are assumed, and no range.`;
}

/** Why nobody can say when an item is finished. */
export function whyNotWords(why: NoForecast): string {
  return WHY_NOT[why];
}

const WHY_NOT: Record<NoForecast, string> = {
  'not-in-backlog': 'It has no place in the backlog',
  'no-team': 'No team works on it',
  'no-capacity': 'Nothing is known of how much its team does',
  held: 'It waits for something without a date',
  'too-far': 'Too far down to say',
};
