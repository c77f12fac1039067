import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { Outlooks } from '../forecast/outlook-of.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { chanceOfPart } from './chance-of-part.ts';
import { isInDoubt, LEAST_SHOWN } from './in-doubt.ts';
import { partKey, type Line, type Lines } from './line.ts';
import { lowestOf } from './lowest.ts';
import { lineBelow } from './mark.ts';
import { missing } from './missing.ts';
import { forecastParts, workOf } from './work-of.ts';

/** How likely a row is finished by the date of a line. */
export interface Chance {
  readonly line: string;
  readonly chance: number;
}

/** The chances that are shown beside rows, by row: each for the line whose band the row stands in. The cost follows what stands above the lines. */
export function shownChances(view: View, lines: Lines): ReadonlyMap<string, Chance> {
  const shown = new Map<string, Chance>();
  for (const [place, line] of lines.lines.entries()) {
    for (const { row, teams } of rowsWithChance(view, lines, { line, least: LEAST_SHOWN })) {
      const chance = together(teams.map((team) => team.chance));
      if (isInDoubt(chance) && bandOf(view, lines, row) === place) shown.set(row.id, { line: line.id, chance });
    }
  }
  return shown;
}

/** A row that a line's teams may come to before its date, with the chance of each team that it needs. */
interface Likely {
  readonly row: Item;
  readonly teams: readonly { readonly team: string; readonly chance: number }[];
}

/**
 * Each row that a line's teams may come to before its date, down to a row if one is named. A part of a capacity is left where a row of its own
 * is never reached, or less likely than what is of interest: what comes after it is no likelier.
 */
export function* rowsWithChance(view: View, lines: Lines, { line, least = 0, downTo }: { line: Line; least?: number; downTo?: Item }): Generator<Likely> {
  const { product, today, unit, firstTeam } = lines;
  const outlooks = new Outlooks(view, { product, firstTeam }, { today, unit });
  const parts = forecastParts(line);
  for (const { row, draws } of workOf(view, lines, { line, parts, downTo })) {
    const teams = draws.map(({ part, upTo }) => ({ team: part.team, chance: chanceOfPart(part, outlooks.of(part.team).outlook!, upTo) })); // what has a forecast has an outlook
    if (teams[0]!.chance === 0 || teams[0]!.chance < least) parts.delete(partKey(draws[0]!.part));
    if (teams.every(({ chance }) => chance > 0)) yield { row, teams };
  }
}

/** Teams are taken to be independent. */
const together = (chances: Iterable<number>): number => Array.from(chances).reduce((all, one) => all * one, 1);

/** Which line's band a row stands in, by its place: the one that takes it or that its release draws, else the nearest below it, else the last. */
export function bandOf(view: View, lines: Lines, row: Item): number {
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
  if (left.size > 0)
    for (const { row, teams } of rowsWithChance(view, lines, { line, downTo: lowestOf(view, rows) })) {
      if (!left.delete(row.id)) continue;
      for (const { team, chance } of teams) least.set(team, Math.min(chance, least.get(team) ?? 1)); // the parts of one team come and go together
      if (left.size === 0) break;
    }
  return left.size === 0 ? together(least.values()) : Array.from(left).every((row) => isTooFar(view, lines, { line, row })) ? 0 : null;
}

/** Whether a row is not reached because there is too much before it, and not because it cannot be worked on. */
export function isTooFar(view: View, lines: Lines, { line, row }: { line: Line; row: string }): boolean {
  const { code } = missing(view, lines, { item: view.get('item', row), line });
  return (code === 'full' || code === 'would-fit' || code === 'together') && line.teams.every(({ forecast }) => forecast !== null);
}
