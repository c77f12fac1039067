import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { teamOf } from '../backlog/team-of.ts';
import { heldBy, isAbove } from './held-by.ts';
import { hasCapacity, partOnLine, roomOf, type Line, type Lines, type TeamOnLine } from './line.ts';
import type { Reason } from './reason.ts';
import { sizeOf } from './size.ts';

/** Why a line does not take a row that is its candidate and that no line takes. */
export function missing(view: View, lines: Lines, { item, line }: { item: Item; line: Line }): Reason {
  const id = teamOf(view, item, lines.firstTeam);
  if (id === null) return { code: 'no-team', product: item.product };
  const team = partOnLine(line.teams, id, item);
  if (!team) return { code: 'other-team', line: line.id, team: id };
  if (line.date < lines.today) return { code: 'date-passed', line: line.id, date: line.date };
  if (!hasCapacity(team)) return { code: 'no-pace', line: line.id, team: id };
  return held(view, lines, { item, line, team }) ?? full(lines, { item, line, team });
}

type Candidate = { readonly item: Item; readonly line: Line; readonly team: TeamOnLine };

/** A row that comes after its team is full, and is too large for what is left, is not said to be held: freeing it would not bring it in. */
function held(view: View, lines: Lines, { item, line, team }: Candidate): Reason | null {
  const stopper = team.stoppedBy === null ? null : view.get('item', team.stoppedBy);
  const isAfter = stopper !== null && !isAbove(item, stopper);
  if (isAfter && sizeOf(lines, item) > roomOf(team)) return null;
  const by = heldBy(view, lines.takenBy, { row: item, line: lines.lines.indexOf(line) });
  if (by === null) return null;
  return view.find('item', by) ? { code: 'held', line: line.id, by } : { code: 'held-by-hidden', line: line.id };
}

function full(lines: Lines, { item, line, team }: Candidate): Reason {
  const room = roomOf(team);
  const needs = sizeOf(lines, item);
  const facts = { line: line.id, team: team.team, keptFor: team.keptFor, needs, room };
  return team.stoppedBy !== null && needs <= room ? { code: 'would-fit', ...facts, stoppedBy: team.stoppedBy } : { code: 'full', ...facts };
}
