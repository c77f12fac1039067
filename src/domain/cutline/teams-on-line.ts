import { capacityOf, type Window } from '../capacity/capacity.ts';
import { amountOfPart, partsOf } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import { daysAtWork } from '../forecast/days-at-work.ts';
import type { Outlooks } from '../forecast/outlook-of.ts';
import { surelyWithin } from '../forecast/totals.ts';
import { weekdaysBetween, type Day } from '../kernel/day.ts';
import type { DatedRelease } from '../release/dated-releases.ts';
import type { Team } from '../team/team.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { startOf } from './chance-of-part.ts';
import { hasCapacity, partKey, type Line, type Lines, type TeamOnLine } from './line.ts';
import type { SprintWork } from './sprint-work.ts';

/** A part of a team's capacity while rows are being taken. */
export type Filling = { -readonly [F in keyof TeamOnLine]: TeamOnLine[F] };

/** What is asked of a line's release; a date line is in none. */
type Dated = Pick<DatedRelease, 'id' | 'product' | 'teams' | 'dueOn' | 'confidence'>;

/** What a line's capacity is worked out from, the same for all lines of a product but the earlier ones. */
export interface Counting {
  readonly today: Day;
  readonly earlier: readonly Line[];
  /** What is known of a team's past and has ahead, looked up once for all lines. */
  readonly outlooks: Outlooks;
}

/**
 * The teams of a release (none named: all of its product), each with its capacity: what it delivers until the line's date with the release's
 * confidence, less what it keeps for unplanned work and what earlier lines take; without enough history, what its pace comes to in the days of the window that it works.
 * What it keeps for a category is a part of its own.
 */
export function teamsOnLine(
  view: View,
  release: Dated,
  { window, sprints, takenBy, ...counting }: Counting & { window: Window; sprints: SprintWork; takenBy: Lines['takenBy'] },
): Filling[] {
  const { product, teams } = release;
  const named = teamsOf(view, product).filter(({ id }) => teams.length === 0 || teams.includes(id));
  return named.flatMap((team) => {
    const parts = partsOf(view, team.id).map((part) => ({ ...part, team: team.id }));
    return parts.map(({ keptFor, percent }) => {
      const { id, pace } = team;
      const { weeks, forecast, paceUntil } = forecastOf(release, { team, keptFor, ...counting });
      const days = daysAtWork({ today: counting.today, ahead: counting.outlooks.of(id).ahead }, window);
      const whole = forecast ? forecast.delivers : pace === null ? 0 : capacityOf(pace, days);
      const inSprints = sprints.leftFor({ part: { team: id, keptFor }, parts, release: release.id, takenBy, isFromToday: forecast !== null });
      const capacity = Math.max(0, sum(amountOfPart(whole, percent), -startOf({ forecast, inSprints })));
      return { team: id, keptFor, percent, pace, weeks, forecast, paceUntil, days, inSprints, capacity, used: 0, stoppedBy: null };
    });
  });
}

function forecastOf(
  { dueOn, confidence }: Dated,
  { team, keptFor, today, earlier, outlooks }: Counting & { team: Team; keptFor: TeamOnLine['keptFor'] },
): Pick<TeamOnLine, 'weeks' | 'forecast' | 'paceUntil'> {
  const { weeks, outlook, paceUntil } = outlooks.of(team.id);
  if (!outlook) return { weeks, forecast: null, paceUntil };
  const days = weekdaysBetween(today, dueOn);
  const delivers = surelyWithin(outlook, days, confidence);
  const part = partKey({ team: team.id, keptFor });
  return { weeks, paceUntil, forecast: { days, confidence, delivers, earlier: sumOf(earlier, (line) => usedBy(line, part)) } };
}

const usedBy = ({ teams }: Line, part: string): number => teams.find((one) => partKey(one) === part)?.used ?? 0;

/**
 * The parts of teams' capacity that may take rows, by key. None of a team of which nothing is known; and none of which earlier lines, that were drawn with less
 * confidence, take more already than it delivers with this one's: a row of no size would stand above the line and be too unlikely.
 */
export const takingParts = (teams: readonly Filling[]): Map<string, Filling> =>
  new Map(teams.filter((part) => hasCapacity(part) && !isSpent(part)).map((part) => [partKey(part), part]));

const isSpent = ({ percent, forecast, inSprints }: Filling): boolean =>
  forecast !== null && amountOfPart(forecast.delivers, percent) < startOf({ forecast, inSprints });
