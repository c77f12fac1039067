import { z } from 'zod';
import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { wholeFor } from '../capacity/parts.ts';
import { reading, type View } from '../collections.ts';
import { firstDay, type Finishing } from '../forecast/finishing.ts';
import { finishingGrowing } from '../forecast/growing.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { TOLD } from '../forecast/told.ts';
import { TRIALS } from '../forecast/totals.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { chanceOfRelease } from './chances.ts';
import { cutLines } from './cut-line.ts';
import type { Line, Lines } from './line.ts';
import { lowestOf } from './lowest.ts';
import { forecastParts, workOf } from './work-of.ts';

/** When everything open in a release is likely finished, and how likely by its date. */
export interface ReleaseForecast {
  readonly release: string;
  /** With what chance its line may be relied on. */
  readonly confidence: number;
  /** Null: nothing is open in it, it has no date, or of some of it nobody can say. */
  readonly chance: number | null;
  /** The days; null: not within three years. Empty where there is no chance to tell. */
  readonly days: readonly { readonly with: number; readonly day: Day | null }[];
  /** Of how many whole weeks it is known what each team delivered. */
  readonly teams: readonly { readonly team: string; readonly weeks: number; readonly isEnough: boolean; readonly paceUntil: Day | null }[];
}

/** The forecast of a release: its chance by its date is the same as its line's, its days are those on which that chance would be had. */
export function releaseForecastOf(view: View, lines: Lines, id: string): ReleaseForecast {
  const { confidence } = view.get('release', id);
  const line = lines.lines.find(({ release }) => release === id);
  if (!line) return { release: id, confidence, chance: null, days: [], teams: [] };
  const chance = chanceOfRelease(view, lines, line);
  const days = chance === null ? [] : finishingDays(finishingOf(view, lines, { line }).teams, lines.today);
  const teams = line.teams
    .filter(({ keptFor }) => keptFor === null)
    .map(({ team, weeks, forecast, paceUntil }) => ({ team, weeks, isEnough: forecast !== null, paceUntil }));
  return { release: id, confidence, chance, days, teams };
}

/**
 * When each team has done what is open of it in the release, with all that comes before; and what no team comes to. `growth`: so much is added
 * to the release a week until then, to each team by what it has to do.
 */
export function finishingOf(view: View, lines: Lines, { line, growth = 0 }: { line: Line; growth?: number }): { teams: Finishing[]; held: readonly string[] } {
  const { product, today, unit, firstTeam } = lines;
  const { amounts, left } = amountsOf(view, lines, line);
  const all = [...amounts.values()].reduce((total, amount) => total + amount, 0);
  const teams = Array.from(amounts, ([team, amount]) => {
    const { outlook } = outlookOf(view, { product, team, firstTeam }, { today, unit });
    return finishingGrowing(outlook!, { amount, growth: all === 0 ? 0 : (growth * amount) / all }, TRIALS); // where a line has a forecast of a team, there is an outlook
  });
  return { teams, held: [...left] };
}

/** What each team must have delivered in whole amounts until nothing of the release is left: as much as the part of its capacity that takes longest asks for; and what is left all the same. */
function amountsOf(view: View, lines: Lines, line: Line): { amounts: ReadonlyMap<string, number>; left: ReadonlySet<string> } {
  const rows = view.list(rowsInRelease, line.release).ids;
  const left = new Set(rows);
  const amounts = new Map<string, number>();
  if (rows.length === 0) return { amounts, left };
  for (const { row, draws } of workOf(view, lines, { line, parts: forecastParts(line), downTo: lowestOf(view, rows) })) {
    if (!left.delete(row.id)) continue;
    for (const { part, upTo } of draws) amounts.set(part.team, Math.max(wholeFor(upTo, part.percent), amounts.get(part.team) ?? 0));
    if (left.size === 0) break;
  }
  return { amounts, left };
}

/** The first days by which all teams are finished with each of the told chances, teams taken to be independent. */
export function finishingDays(teams: readonly Finishing[], today: Day): ReleaseForecast['days'] {
  const chanceBy = (day: number): number => teams.reduce((all, team) => all * team.chance(0, day), 1);
  return TOLD.map((wanted) => {
    const day = firstDay(wanted, chanceBy);
    return { with: wanted, day: day === null ? null : dayOfWorkingDay(today, day) };
  });
}

export const releaseForecast = reading({
  name: 'releaseForecast',
  does: 'How likely everything open in a release is finished by its date, and by which days it is with 50, 85 and 95 %.',
  route: '/releases/{release}/forecast',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'see-forecasts', on: { in: 'release', id: release } }],
  of: (view, { release }, asking): ReleaseForecast => releaseForecastOf(view, cutLines(view, view.get('release', release).product, asking), release),
});
