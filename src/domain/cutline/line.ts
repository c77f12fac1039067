import type { Item } from '../backlog/item.ts';
import type { Window } from '../capacity/capacity.ts';
import { partFor, type Part } from '../capacity/parts.ts';
import { categoryOf } from '../backlog/category.ts';
import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import type { DatedRelease } from '../release/dated-releases.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { teamOf } from '../backlog/team-of.ts';
import { isAbove } from '../backlog/is-above.ts';
import { isGuessed, type Sizing } from './size.ts';

/**
 * What one team has on one line; where it keeps shares for categories, it stands here once for each of these parts of its capacity.
 * Figures of different teams are never added.
 */
export interface TeamOnLine extends Part {
  readonly team: string;
  /** Per two weeks, as somebody has said; null while nobody has. Where there is a forecast nothing is counted by it. */
  readonly pace: number | null;
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** What its capacity comes from; null where there is too little history or a pace stands against it, and then it comes from the pace. */
  readonly forecast: TeamForecast | null;
  /** The day from which these weeks count again, where somebody set a pace against them. */
  readonly paceUntil: Day | null;
  /** The working days of the line's window as far as the team works them: its holidays and its people's days off are less. */
  readonly days: number;
  /** Work left in running sprints that this line cannot take: it is taken off first. Below 0: what it can take was taken off an earlier line's window. */
  readonly inSprints: number;
  readonly capacity: number;
  readonly used: number;
  /** Its first row that does not fit: from there on it takes nothing more. Null: all of its rows fit. */
  readonly stoppedBy: string | null;
}

/** Why a team has the capacity that it has on a line. */
export interface TeamForecast {
  /** Mondays to Fridays from today to the line's date. */
  readonly days: number;
  readonly confidence: number;
  /** What the team delivers within these days with this confidence, in all its parts and with what it keeps for unplanned work. */
  readonly delivers: number;
  /** What earlier lines take of this part. */
  readonly earlier: number;
}

/** Whether anything is known of how much a team delivers. One of which nothing is takes nothing. */
export const hasCapacity = ({ pace, forecast }: Pick<TeamOnLine, 'pace' | 'forecast'>): boolean => pace !== null || forecast !== null;

/** A release's line across the backlog. Ids, days and figures only, so that two lines are equal when their content is. */
export interface Line {
  readonly id: string;
  readonly release: string;
  readonly date: Day;
  /** The days that its capacity comes from. */
  readonly window: Window;
  readonly teams: readonly TeamOnLine[];
  /** The rows it takes, in the order in which it does: what is in a running sprint first, then best first. */
  readonly taken: readonly string[];
  /** The last row that it takes, after which it stands; null: at the top. What is in a running sprint and ranks below where its team stopped stands below it. */
  readonly after: string | null;
  /** How many of the taken rows count by a guess. */
  readonly guessed: number;
  /** The rows it takes that are in no release: what `Fill` puts in. */
  readonly fill: readonly string[];
  /** The open rows of its release that it does not take: what `Take out` removes. */
  readonly takeOut: readonly string[];
}

/** All lines of a product, by date, then by name. */
export interface Lines extends Sizing {
  readonly product: string;
  readonly today: Day;
  readonly lines: readonly Line[];
  /** Which line, by its place in `lines`, takes a row. What is not named is taken by none. */
  readonly takenBy: Readonly<Record<string, number>>;
  /** What a line took before all others, because it is in a running sprint. */
  readonly first: Readonly<Record<string, true>>;
  /** By which date lines of other products take the rows that something of this one waits for. */
  readonly elsewhere: Readonly<Record<string, Day>>;
  /** How many of the taken rows count by a guess. */
  readonly guessed: number;
}

interface Given {
  readonly release: DatedRelease;
  readonly window: Window;
  readonly teams: readonly TeamOnLine[];
  readonly taken: readonly Item[];
  readonly first: Lines['first'];
  readonly lines: Sizing;
}

/** A line as it is kept and sent, from the rows that it takes. */
export function lineOf(view: View, { release, window, teams, taken, first, lines }: Given): Line {
  const isTaken = new Set(idsOf(taken));
  return {
    id: release.id,
    release: release.id,
    date: release.dueOn,
    window,
    teams,
    taken: idsOf(taken),
    after: lastAbove(view, { teams, taken, first, lines }),
    guessed: taken.filter((row) => isGuessed(view, lines, row)).length,
    fill: idsOf(taken.filter((row) => row.release === null)),
    takeOut: view.list(rowsInRelease, release.id).ids.filter((row) => !isTaken.has(row)),
  };
}

/** The lowest row that is taken for its rank. What is taken for its sprint counts as long as nothing of its part has been left out above it. */
export function lastAbove(view: View, { teams, taken, first, lines }: Pick<Given, 'teams' | 'taken' | 'first' | 'lines'>): string | null {
  let last: Item | null = null;
  for (const row of taken) {
    if (first[row.id] === true) {
      const stopper = partOnLine(teams, teamOf(view, row, lines.firstTeam), row)!.stoppedBy; // what is taken has a part
      if (stopper !== null && !isAbove(row, view.get('item', stopper))) continue;
    }
    if (last === null || isAbove(last, row)) last = row;
  }
  return last?.id ?? null;
}

const idsOf = (rows: readonly Item[]) => rows.map(({ id }) => id);

/** The part of a team's capacity on a line that a row draws on; undefined where the team has no part in the line. */
export const partOnLine = <P extends Pick<TeamOnLine, 'team' | 'keptFor'>>(parts: readonly P[], team: string | null, row: Item): P | undefined =>
  partFor(
    parts.filter((one) => one.team === team),
    categoryOf(row),
  );

/** Tells the parts of all teams apart. */
export const partKey = ({ team, keptFor }: Pick<TeamOnLine, 'team' | 'keptFor'>): string => (keptFor === null ? team : `${team}/${keptFor}`);

/** What a team has left on a line. */
export const roomOf = ({ capacity, used }: TeamOnLine): number => sum(capacity, -used);
