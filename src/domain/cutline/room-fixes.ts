import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { wholeFor } from '../capacity/parts.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { teamOf } from '../backlog/team-of.ts';
import { takenOf } from './arithmetic.ts';
import { dayAtPace, dayDelivered } from './day-delivered.ts';
import type { Fix } from './fix.ts';
import { startOf } from './chance-of-part.ts';
import { isAbove } from '../backlog/is-above.ts';
import { isTakenBefore } from './held-by.ts';
import { isInRunningSprint, rowsInSprints } from './in-sprint.ts';
import { partOnLine, roomOf, type Line, type Lines, type TeamOnLine } from './line.ts';
import { needsOf, sizeFor } from './needs.ts';
import { sizeOf } from './size.ts';

/** The lowest place from which a row is taken: above what would no longer fit with it. None where even the top would not do. */
export function moveAbove(view: View, lines: Lines, { item, line: id }: { item: Item; line: string }): Fix[] {
  const line = lines.lines.find((one) => one.id === id)!;
  const team = partOnLine(line.teams, teamOf(view, item, lines.firstTeam), item);
  const isMovable = needsOf(view, lines, item).length === 1 && !isInRunningSprint(view, item); // several teams and sprints are weighed by what it would take
  const below = team && isMovable ? rowToStandAbove(view, lines, { item, line, team }) : null;
  if (below === null || !isAbove(below, item) || isBlockedThere(view, lines, { item, line, below })) return [];
  return [{ code: 'move-above', call: { verb: 'moveItems', input: { product: lines.product, items: [item.id], place: { before: below.id } } }, asks: null }];
}

type OnLine = { readonly item: Item; readonly line: Line; readonly team: TeamOnLine };

function rowToStandAbove(view: View, lines: Lines, { item, line, team }: OnLine): Item | null {
  const needs = sizeOf(view, lines, item);
  if (needs <= roomOf(team)) return stopperOf(view, team);
  let used = 0;
  let lowest: Item | null = null;
  for (const row of takenOf(view, lines, { line, team })) {
    if (sum(used, needs) > team.capacity) break;
    if (lines.first[row.id] === undefined) lowest = row;
    used = sum(used, sizeFor(view, lines, { row, team: team.team }));
  }
  return lowest;
}

/** The row at which a team stopped; null where it has not, or at one that is taken for its sprint, before all that are moved. */
function stopperOf(view: View, { stoppedBy }: TeamOnLine): Item | null {
  const row = stoppedBy === null ? null : view.get('item', stoppedBy);
  return row === null || isInRunningSprint(view, row) ? null : row;
}

/** Whether a row would be held up there: by a blocker that is finished only further down. */
function isBlockedThere(view: View, lines: Lines, { item, line, below }: { item: Item; line: Line; below: Item }): boolean {
  const place = lines.lines.indexOf(line);
  return unmetBlocker(view, item, (blocker) => isTakenBefore(lines, blocker, { row: below, line: place, date: line.date })) !== null;
}

/** The day until which the row that stops a team fits too, as long as it lies before the next line's. */
export function laterDate(view: View, lines: Lines, { item, line: id }: { item: Item; line: string }): Fix[] {
  const place = lines.lines.findIndex((one) => one.id === id);
  const line = lines.lines[place]!;
  const team = needsOf(view, lines, item).length === 1 ? line.teams.find(({ stoppedBy }) => stoppedBy === item.id) : undefined;
  const dueOn = team && !hasSprintFirst(view, lines, team) ? dayFor(view, lines, { line, team, amount: sum(team.used, sizeOf(view, lines, item)) }) : null;
  if (dueOn === null) return [];
  const next = lines.lines[place + 1]?.date;
  if (next !== undefined && dueOn >= next) return [];
  return [{ code: 'set-date', call: { verb: 'updateRelease', input: { release: line.release, dueOn } }, asks: null }];
}

/** Whether something in a running sprint that does not fit yet would take the room of a later date first. */
const hasSprintFirst = (view: View, lines: Lines, { team }: TeamOnLine): boolean =>
  rowsInSprints(view, lines.product).some((row) => lines.takenBy[row.id] === undefined && sizeFor(view, lines, { row, team }) > 0);

/** The day until which a team has this capacity on a line. */
function dayFor(view: View, lines: Lines, { line, team, amount }: { line: Line; team: TeamOnLine; amount: number }): Day | null {
  const whole = wholeFor(sum(startOf(team), amount), team.percent);
  if (team.forecast) return dayDelivered(view, lines, { team: team.team, amount: whole, confidence: team.forecast.confidence });
  return dayAtPace(view, lines, { line, team, amount: whole });
}
