import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { wholeFor } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { firstDay, type Finishing } from '../forecast/finishing.ts';
import { finishingGrowing } from '../forecast/growing.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { TOLD } from '../forecast/told.ts';
import { TRIALS } from '../forecast/totals.ts';
import type { Day } from '../kernel/day.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import type { Line, Lines } from './line.ts';
import { lowestOf } from './lowest.ts';
import { forecastParts, workOf } from './work-of.ts';

/** A day by which something is finished so likely; null: not within three years. */
export interface LikelyDay {
  readonly with: number;
  readonly day: Day | null;
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
export function finishingDays(teams: readonly Finishing[], today: Day): readonly LikelyDay[] {
  const chanceBy = (day: number): number => teams.reduce((all, team) => all * team.chance(0, day), 1);
  return TOLD.map((wanted) => {
    const day = firstDay(wanted, chanceBy);
    return { with: wanted, day: day === null ? null : dayOfWorkingDay(today, day) };
  });
}
