import type { View } from '../collections.ts';
import { addDays, dayIn, daysBetween, type Day } from '../kernel/day.ts';
import type { Team } from '../team/team.ts';
import { isWorkingDay } from '../team/working-days.ts';
import { sprintsOfTeam, type Sprint } from './sprint.ts';

/** A round of a team as its cadence makes it. */
export interface Round {
  readonly name: string;
  readonly startOn: Day;
  /** The last day, itself counted. */
  readonly endOn: Day;
}

/**
 * The next round of a team: after all that it has, not over yet, on its cadence where it has one, else on the first working day. It ends on
 * the last working day of its weeks.
 */
export function nextRound(view: View, team: Team, today: Day): Round {
  const all = Array.from(view.list(sprintsOfTeam, team.id));
  const ends = all.flatMap((sprint) => lastDayOf(sprint, team.zone) ?? []).sort();
  const startOn = nextStart(team, { after: ends.at(-1) ?? null, today });
  return { name: nextName(all), startOn, endOn: endOf(team, startOn) };
}

/** The last working day of a round that starts on a day. */
export function endOf(team: Pick<Team, 'sprintWeeks' | 'workingDays'>, startOn: Day): Day {
  let day = addDays(startOn, team.sprintWeeks * 7 - 1);
  while (day > startOn && !isWorkingDay(team, day)) day = addDays(day, -1);
  return day;
}

/** The last day of a sprint, or the day it was closed on if that is earlier; null for one without dates. */
function lastDayOf({ endOn, closedAt }: Sprint, zone: string): Day | null {
  if (endOn === null || closedAt === null) return endOn;
  const closed = dayIn(zone, closedAt);
  return closed < endOn ? closed : endOn;
}

/** When a round begins after a day: on the cadence where there is one, else on the first working day. */
export function nextStart(team: Team, { after, today }: { after: Day | null; today: Day }): Day {
  const { sprintsFrom, sprintWeeks } = team;
  const free = after === null ? today : later(addDays(after, 1), today);
  if (sprintsFrom === null) return firstWorkingDay(team, free);
  const days = sprintWeeks * 7;
  const start = addDays(sprintsFrom, Math.floor(daysBetween(sprintsFrom, free) / days) * days);
  const isFree = (after === null || start > after) && endOf(team, start) >= today;
  return isFree ? start : addDays(start, days);
}

function firstWorkingDay(team: Team, from: Day): Day {
  let day = from;
  for (let days = 0; days < 7 && !isWorkingDay(team, day); days++) day = addDays(day, 1);
  return day;
}

/** The name of the last one counted on, else `Sprint` with the next number. */
function nextName(all: readonly Sprint[]): string {
  const [, words, number] = /^(.*?)(\d{1,6})$/.exec(all.at(-1)?.name ?? '') ?? [];
  return number === undefined ? `Sprint ${all.length + 1}` : `${words}${Number(number) + 1}`;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
