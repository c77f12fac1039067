import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { capacityOf, type Window } from '../capacity/capacity.ts';
import { amountOfPart } from '../capacity/parts.ts';
import { sharesOf } from '../capacity/share.ts';
import type { Category } from '../backlog/category.ts';
import { sum } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { teamOf } from '../backlog/team-of.ts';
import { hasCapacity, partOnLine, type Line, type Lines, type TeamForecast, type TeamOnLine } from './line.ts';
import { needsOf, sizeFor } from './needs.ts';
import { isGuessed } from './size.ts';
import type { WhyReason } from './reason.ts';

/** The sum behind a why: what the team delivers until the line's date, less what stands above, against what the row needs. */
export interface Arithmetic extends Window {
  /** Mondays to Fridays among them as far as the team works them. */
  readonly workingDays: number;
  readonly line: string;
  readonly team: string;
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** What is delivered with the release's confidence, less what earlier lines take; null: it is pace × working days ÷ 10. */
  readonly forecast: TeamForecast | null;
  readonly pace: number | null;
  /** The other products that the team works on, where it is counted by its pace: that is all it does, and counts whole for each of them. */
  readonly alsoFor: readonly string[];
  /** The day from which the past counts again, where somebody set a pace against it. */
  readonly paceUntil: Day | null;
  /** What the team delivers until the line's date, before anything is taken off. */
  readonly whole: number;
  /** What is taken off because the row does not draw on it: what is kept for unplanned work, and for other categories or for all others. */
  readonly kept: number;
  /** What the row draws on is kept for this category; null: it draws on what is not kept. */
  readonly keptFor: Category | null;
  readonly percent: number;
  /** What is kept for unplanned work and for categories, in per cent of the whole. */
  readonly shares: readonly { readonly category: Category | null; readonly percent: number }[];
  /** What is taken off because it is left in running sprints for other releases; below 0: what is given back, because an earlier line was taken off for it. */
  readonly inSprints: number;
  readonly capacity: number;
  /** What the line takes of the team before this row: above it, or in all where it is not taken. */
  readonly before: number;
  readonly room: number;
  readonly needs: number;
  readonly isGuess: boolean;
}

/** The arithmetic for a row on the line that its reason names; null where it names none or the team has no part in it. */
export function arithmeticOf(view: View, lines: Lines, { item, reason }: { item: Item; reason: WhyReason }): Arithmetic | null {
  const line = 'line' in reason ? lines.lines.find(({ id }) => id === reason.line) : undefined;
  const id = 'team' in reason ? reason.team : teamOf(view, item, lines.firstTeam);
  const team = line && partOnLine(line.teams, id, item);
  if (!line || !team || !hasCapacity(team)) return null;
  const whole = team.forecast?.delivers ?? capacityOf(team.pace ?? 0, team.days);
  const before = usedBefore(view, lines, { item, line, team });
  return {
    line: line.id,
    team: team.team,
    ...line.window,
    workingDays: team.days,
    weeks: team.weeks,
    forecast: team.forecast,
    pace: team.pace,
    alsoFor: team.forecast ? [] : view.get('team', team.team).products.filter((product) => product !== item.product),
    paceUntil: team.paceUntil,
    whole,
    kept: sum(whole, -amountOfPart(whole, team.percent)),
    keptFor: team.keptFor,
    percent: team.percent,
    shares: Array.from(view.list(sharesOf, team.team), ({ category, percent }) => ({ category, percent })),
    inSprints: team.inSprints,
    capacity: team.capacity,
    before,
    room: sum(team.capacity, -before),
    needs: sizeFor(view, lines, { row: item, team: team.team }),
    isGuess: isGuessed(view, lines, item) && team.team === teamOf(view, item, lines.firstTeam),
  };
}

function usedBefore(view: View, lines: Lines, { item, line, team }: { item: Item; line: Line; team: TeamOnLine }): number {
  if (!line.taken.includes(item.id)) return team.used;
  let used = 0;
  for (const row of takenOf(view, lines, { line, team })) {
    if (row.id === item.id) break;
    used = sum(used, sizeFor(view, lines, { row, team: team.team }));
  }
  return used;
}

/** The rows that a line takes of one part of a team's capacity, in the order in which it does. */
export function takenOf(view: View, lines: Lines, { line, team }: { line: Line; team: TeamOnLine }): Item[] {
  return line.taken.map((id) => view.get('item', id)).filter((row) => isDrawn(view, lines, { line, row, part: team }));
}

const isDrawn = (view: View, lines: Lines, { line, row, part }: { line: Line; row: Item; part: TeamOnLine }): boolean =>
  partOnLine(line.teams, part.team, row) === part && needsOf(view, lines, row).some(({ team }) => team === part.team);
