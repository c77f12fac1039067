import { isAbove } from '../backlog/is-above.ts';
import type { Item } from '../backlog/item.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import { hasForecast, startOf, type Forecast } from './chance-of-part.ts';
import { isTakenBefore, type OnLine } from './held-by.ts';
import { isCandidate, rowsInSprints } from './in-sprint.ts';
import { partKey, partOnLine, type Line, type Lines, type TeamOnLine } from './line.ts';
import { needsOf } from './needs.ts';
import { Walk } from './walk.ts';

/** A row as its teams come to it. */
export interface Reached {
  readonly row: Item;
  /** The parts of capacities that it draws on, its own team's first, each with all that has been delivered of it from today on once the row is finished. */
  readonly draws: readonly { readonly part: Forecast; readonly upTo: number }[];
}

/** The parts of a line that have a forecast, by key. */
export const forecastParts = ({ teams }: Line): Map<string, Forecast> => new Map(teams.filter(hasForecast).map((part) => [partKey(part), part]));

/** What is asked for of a line: the parts of capacities that it is about, and the lowest row that it is about, if there is one. */
interface Asked {
  readonly line: Line;
  readonly parts: ReadonlyMap<string, TeamOnLine>;
  readonly downTo?: Item | undefined;
}

/**
 * What is worked off for a line: first what it takes, then, as if its date were later, what is in a running sprint and does not fit, the rows
 * of its release and the unplanned ones between them. A row that is held is passed over, and one that needs a team of which nothing is known.
 * It goes on as long as it is asked, or down to a row; rows of a part taken out of `parts` meanwhile are left out.
 */
export function* workOf(view: View, lines: Lines, { line, parts, downTo }: Asked): Generator<Reached> {
  const all = forecastParts(line);
  const done = new Map(Array.from(all, ([key, part]) => [key, startOf(part)]));
  for (const row of rowsOf(view, lines, { line, parts, downTo })) {
    const draws = needsOf(view, lines, row).map(({ team, size }) => ({ part: all.get(keyOn(line, team, row)), size }));
    if (!draws.every((draw): draw is { part: Forecast; size: number } => draw.part !== undefined)) continue;
    for (const { part, size } of draws) done.set(partKey(part), sum(done.get(partKey(part))!, size));
    yield { row, draws: draws.map(({ part }) => ({ part, upTo: done.get(partKey(part))! })) };
  }
}

function keyOn({ teams }: Line, team: string | null, row: Item): string {
  const part = partOnLine(teams, team, row);
  return part ? partKey(part) : '';
}

/** The rows in the order in which they are worked off. */
function* rowsOf(view: View, lines: Lines, asked: Asked): Generator<Item> {
  for (const id of asked.line.taken) yield view.get('item', id);
  yield* workAfter(view, lines, asked);
}

/** What is worked off for a line after what it takes, as if its date were later. */
export function* workAfter(view: View, lines: Lines, { line, parts, downTo }: Asked): Generator<Item> {
  const place = lines.lines.indexOf(line);
  const passed = new Set<string>(); // a row that ranks above its blocker stays held, although the line takes that one
  for (const row of rowsLeft(view, lines, { line, parts, downTo })) {
    const by = lines.takenBy[row.id];
    if (passed.has(row.id) || (by !== undefined && by <= place) || isHeld(view, lines, { row, line: place, date: line.date, passed })) continue;
    passed.add(row.id);
    yield row;
  }
}

function* rowsLeft(view: View, lines: Lines, { line, parts, downTo }: Asked): Generator<Item> {
  for (const row of rowsInSprints(view, lines.product)) {
    if (isCandidate(row, line.release) && parts.has(keyOn(line, teamOf(view, row, lines.firstTeam), row))) yield row;
  }
  const walk = new Walk(view, lines.product, { releases: [view.get('release', line.release)], teams: teamsOf(view, lines.product).map(({ id }) => id) });
  for (const { row } of walk.candidates(line.release, parts)) {
    if (downTo && isAbove(downTo, row)) return;
    yield row;
  }
}

/** Whether something that neither an earlier line takes nor comes before it here keeps a row off. */
const isHeld = (view: View, lines: Lines, on: OnLine & { readonly passed: ReadonlySet<string> }): boolean =>
  unmetBlocker(view, on.row, (blocker) => on.passed.has(blocker.id) || isTakenBefore(lines, blocker, on)) !== null;
