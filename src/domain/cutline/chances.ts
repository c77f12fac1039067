import type { Item } from '../backlog/item.ts';
import { wholeFor } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { chanceOf } from '../forecast/delivered.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { totalsWithin } from '../forecast/totals.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import type { Line, Lines } from './line.ts';
import { lineBelow } from './mark.ts';
import { missing } from './missing.ts';
import { hasForecast, workOf, type Forecast, type Reached } from './work-of.ts';

/** How likely a row is finished by the date of a line. */
export interface Chance {
  readonly line: string;
  readonly chance: number;
}

/** Only what is neither nearly certain nor nearly out of reach is worth a figure beside a row. */
const LEAST_SHOWN = 0.1;
const MOST_SHOWN = 0.9;

/** The chances that are shown beside rows, by row: each for the line whose band the row stands in. The cost follows what stands above the lines. */
export function shownChances(view: View, lines: Lines): ReadonlyMap<string, Chance> {
  const shown = new Map<string, Chance>();
  for (const [place, line] of lines.lines.entries()) {
    for (const { row, chance } of rowsWithChance(view, lines, line)) {
      const isShown = chance <= MOST_SHOWN && chance >= LEAST_SHOWN;
      if (isShown && bandOf(view, lines, row) === place) shown.set(row.id, { line: line.id, chance });
    }
  }
  return shown;
}

/** Each row that a line's teams may come to before its date, with the chance that it is finished by then. It stops where that is too small to be shown. */
function* rowsWithChance(view: View, lines: Lines, line: Line): Generator<{ row: Item; chance: number }> {
  for (const part of line.teams) {
    if (!hasForecast(part)) continue;
    for (const { row, chance } of reachedWithChance(view, lines, { line, part })) {
      if (chance < LEAST_SHOWN) break;
      yield { row, chance };
    }
  }
}

function* reachedWithChance(view: View, lines: Lines, { line, part }: { line: Line; part: Forecast }): Generator<Reached & { chance: number }> {
  const { product, today, unit, firstTeam } = lines;
  const { outlook } = outlookOf(view, { product, team: part.team, firstTeam }, { today, unit });
  const totals = totalsWithin(outlook!, part.forecast.days); // where a line has a forecast of a team, there is an outlook
  for (const reached of workOf(view, lines, { line: lines.lines.indexOf(line), part })) {
    yield { ...reached, chance: chanceOf(wholeFor(reached.upTo, part.percent), totals) };
  }
}

/** Which line's band a row stands in, by its place: the one that takes it or that its release draws, else the nearest below it, else the last. */
function bandOf(view: View, lines: Lines, row: Item): number {
  const taking = lines.takenBy[row.id];
  if (taking !== undefined) return taking;
  if (row.release !== null) return lines.lines.findIndex(({ release }) => release === row.release);
  const below = lineBelow(view, lines, row) ?? lines.lines.at(-1);
  return below ? lines.lines.indexOf(below) : -1;
}

/** How likely everything open in a release is finished by its date; null: nothing is open in it, or of some of it nobody can say. Teams are taken to be independent. */
export function chanceOfRelease(view: View, lines: Lines, line: Line): number | null {
  const rows = view.list(rowsInRelease, line.release).ids;
  return rows.length === 0 ? null : chanceOfAll(view, lines, { line, rows });
}

/** How likely all of these rows of a line's release are finished by its date; null: of some nobody can say, because they are held or nothing is known of their team. */
export function chanceOfAll(view: View, lines: Lines, { line, rows }: { line: Line; rows: readonly string[] }): number | null {
  const left = new Set(rows);
  const least = new Map<string, number>();
  for (const part of line.teams) {
    if (!hasForecast(part) || left.size === 0) continue;
    for (const { row, chance } of reachedWithChance(view, lines, { line, part })) {
      if (chance === 0) break;
      if (left.delete(row.id)) least.set(part.team, Math.min(chance, least.get(part.team) ?? 1)); // the parts of one team come and go together
      if (left.size === 0) break;
    }
  }
  return left.size === 0
    ? [...least.values()].reduce((all, one) => all * one, 1)
    : Array.from(left).every((row) => isTooFar(view, lines, { line, row }))
      ? 0
      : null;
}

/** Whether a row is not reached because there is too much before it, and not because it cannot be worked on. */
function isTooFar(view: View, lines: Lines, { line, row }: { line: Line; row: string }): boolean {
  const { code } = missing(view, lines, { item: view.get('item', row), line });
  return (code === 'full' || code === 'would-fit') && line.teams.every(({ forecast }) => forecast !== null);
}
