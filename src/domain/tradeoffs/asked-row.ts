import { wholeFor } from '../capacity/parts.ts';
import type { Item } from '../backlog/item.ts';
import { takenOf } from '../cutline/arithmetic.ts';
import { startOf } from '../cutline/chance-of-part.ts';
import { isInRunningSprint } from '../cutline/in-sprint.ts';
import { isAbove } from '../backlog/is-above.ts';
import { partOnLine, type Line, type TeamOnLine } from '../cutline/line.ts';
import { needsOf, sizeFor } from '../cutline/needs.ts';
import type { Planned } from '../cutline/ripple.ts';
import { forecastParts, workOf } from '../cutline/work-of.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import type { Asking } from '../kernel/reading.ts';
import { Trials } from './trials.ts';

/** A row that is asked about, with the line and the team on it that it has to do with. */
export interface AskedRow extends Planned {
  readonly item: Item;
  readonly line: Line;
  /** The part of a team's capacity that keeps it off, or that it draws on. */
  readonly team: TeamOnLine;
  /** Whether that is its own team, which its estimate is of. */
  readonly isOwn: boolean;
  /** What it takes of that part. */
  readonly size: number;
  /** What the line takes of that part, in its order. */
  readonly taken: readonly Item[];
  readonly trials: Trials;
}

/** A row as it is asked about; null where its team has no part in the line. `team`: the one that keeps it off, where one does. */
export function askedRow(plan: Planned, { item, line, team: named, asking }: { item: Item; line: Line; team?: string; asking: Asking }): AskedRow | null {
  const needs = needsOf(plan.view, plan.lines, item);
  const need = needs.find(({ team }) => team === named) ?? needs[0];
  const team = need && partOnLine(line.teams, need.team, item);
  if (!need || !team) return null;
  const taken = takenOf(plan.view, plan.lines, { line, team });
  const trials = new Trials(plan, { items: [item.id], line: line.id, asking });
  return { ...plan, item, line, team, isOwn: need === needs[0], size: need.size, taken, trials };
}

type OnPart = Planned & { readonly line: Line; readonly team: TeamOnLine };

/** What a row takes of a part of a team's capacity. */
export function sizeOn({ view, lines, line, team }: OnPart, row: Item): number {
  return partOnLine(line.teams, team.team, row) === team ? sizeFor(view, lines, { row, team: team.team }) : 0;
}

/** What rows take of a part together. */
export const sizesOn = (on: OnPart, rows: readonly Item[]): number => sumOf(rows, (row) => sizeOn(on, row));

/** The rows that the line takes of the part before one that it takes. */
export const takenBefore = ({ taken, item }: Pick<AskedRow, 'taken' | 'item'>): readonly Item[] =>
  taken.slice(
    0,
    taken.findIndex(({ id }) => id === item.id),
  );

/** What the line takes of the part before a row that it takes. */
export const usedAbove = (asked: AskedRow): number => sizesOn(asked, takenBefore(asked));

/** Farther down nobody looks: what stands there is years away. */
const MOST_ROWS = 1000;

/**
 * The rows in the order in which they are worked off for a line, as if its date were later, down to a row; what is in running sprints comes first.
 * By a pace as by a forecast.
 */
export function* workedDownTo({ view, lines }: Planned, line: Line, last: Item): Generator<Item> {
  const teams = line.teams.map((team) => ({ ...team, forecast: team.forecast ?? { days: 0, confidence: 1, delivers: 0, earlier: 0 } }));
  const counted = { ...line, teams };
  const all = { ...lines, lines: lines.lines.map((one) => (one === line ? counted : one)) };
  let rows = 0;
  for (const { row } of workOf(view, all, { line: counted, parts: forecastParts(counted), downTo: last })) {
    if (++rows > MOST_ROWS) return;
    if (!isAbove(last, row) || isInRunningSprint(view, row)) yield row;
  }
}

/** What the team must deliver for the line in order to come to a row, that of earlier lines left out; null: it is held, or far too far down. */
export function amountTo(asked: AskedRow): number | null {
  const before = new Set(asked.taken.map(({ id }) => id));
  let amount = sizesOn(asked, asked.taken);
  for (const row of workedDownTo(asked, asked.line, asked.item)) {
    if (!before.has(row.id)) amount = sum(amount, sizeOn(asked, row));
    if (row.id === asked.item.id) return amount;
  }
  return null;
}

/** What a team must deliver in all, so that a part of its capacity comes to so much for a line. */
export const wholeOf = ({ team }: Pick<AskedRow, 'team'>, amount: number): number => wholeFor(sum(startOf(team), amount), team.percent);
