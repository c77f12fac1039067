import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { isAbove } from '../backlog/is-above.ts';
import { heldBy } from './held-by.ts';
import { hasCapacity, partOnLine, roomOf, type Line, type Lines, type TeamOnLine } from './line.ts';
import { needsOf } from './needs.ts';
import type { Reason } from './reason.ts';

/** Why a line does not take a row that is its candidate and that no line takes. */
export function missing(view: View, lines: Lines, { item, line }: { item: Item; line: Line }): Reason {
  const draws = needsOf(view, lines, item).map((need) => ({ ...need, part: partOnLine(line.teams, need.team, item) }));
  if (draws.length === 0) return { code: 'no-team', product: item.product };
  const absent = draws.find(({ part }) => !part);
  if (absent) return { code: 'other-team', line: line.id, team: absent.team };
  if (line.date < lines.today) return { code: 'date-passed', line: line.id, date: line.date };
  const parts = draws as { size: number; part: TeamOnLine }[]; // none is absent
  const unknown = parts.find(({ part }) => !hasCapacity(part));
  if (unknown) return { code: 'no-pace', line: line.id, team: unknown.part.team };
  const scarce = scarcest(view, item, parts);
  return held(view, lines, { item, line, ...scarce }) ?? full(view, { item, line, ...scarce });
}

interface Candidate {
  readonly item: Item;
  readonly line: Line;
  /** The part of those that it draws on which has no room for it, and what it takes of it. */
  readonly part: TeamOnLine;
  readonly size: number;
}

/** Of the parts that a row draws on the one that keeps it off: the one that it stopped, else without room for it, else stopped by a row above it, else its own team's. */
function scarcest(view: View, item: Item, parts: readonly { size: number; part: TeamOnLine }[]): { size: number; part: TeamOnLine } {
  const stopped = parts.find(({ part }) => part.stoppedBy === item.id);
  if (stopped) return stopped;
  const isStopped = (part: TeamOnLine) => {
    const stopper = stopperOf(view, part);
    return stopper !== undefined && !isAbove(item, stopper);
  };
  return parts.find(({ part, size }) => size > roomOf(part)) ?? parts.find(({ part }) => isStopped(part)) ?? parts[0]!;
}

/** The row that stopped a part. A screen may ask with the lines of a moment ago, when that row was still there. */
const stopperOf = (view: View, { stoppedBy }: TeamOnLine): Item | undefined => (stoppedBy === null ? undefined : view.find('item', stoppedBy));

/** A row that comes after its team is full, and is too large for what is left, is not said to be held: freeing it would not bring it in. */
function held(view: View, lines: Lines, { item, line, part, size }: Candidate): Reason | null {
  const stopper = stopperOf(view, part);
  const isAfter = stopper !== undefined && !isAbove(item, stopper);
  if (isAfter && size > roomOf(part)) return null;
  const by = heldBy(view, lines, { row: item, line: lines.lines.indexOf(line), date: line.date });
  if (by === null) return null;
  return view.find('item', by) ? { code: 'held', line: line.id, by } : { code: 'held-by-hidden', line: line.id };
}

function full(view: View, { item, line, part, size }: Candidate): Reason {
  const room = roomOf(part);
  const { team, keptFor, stoppedBy } = part;
  const isOneOfSeveral = line.teams.some((other) => other.team !== team);
  const facts = { line: line.id, team, keptFor, isOneOfSeveral, needs: size, room };
  if (stoppedBy === item.id && size <= room) return { code: 'together', line: line.id, team, confidence: view.get('release', line.release).confidence };
  return stoppedBy !== null && size <= room ? { code: 'would-fit', ...facts, stoppedBy } : { code: 'full', ...facts };
}
