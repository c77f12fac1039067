import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { readingInPieces } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import { partOnLine, type Line, type TeamOnLine } from '../cutline/line.ts';
import { needsOf } from '../cutline/needs.ts';
import type { Planned } from '../cutline/ripple.ts';
import { sum } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { sizesOn, workedDownTo } from './asked-row.ts';
import { dayFor, firstDay, MOST_DAYS, workingDay } from './by-date.ts';
import { Trials } from './trials.ts';
import type { Way } from './way.ts';

/** What a part of a team's capacity would need besides what it has, so that a line stands where it was pulled to; below 0: what it would have to spare. */
export interface Need extends Pick<TeamOnLine, 'team' | 'keptFor'> {
  readonly more: number;
}

/** A line pulled to below a row. Nothing is changed by it: it says what would put the line there. */
export interface Pulled {
  readonly needs: readonly Need[];
  /** The first date with which the line stands there, who would change sides then, and the promises that would be crossed; null: none that lies between the lines beside it, within a year. */
  readonly date: PulledTo | null;
}

export type PulledTo = Pick<Way, 'sides' | 'crossed'> & { readonly on: Day };

export interface PullTo {
  readonly line: Line;
  /** The last row that shall stand above it. */
  readonly below: Item;
}

/** The rows that draw on a part of a team's capacity and shall stand above the line, and what they take of it. */
interface Target {
  readonly part: TeamOnLine;
  readonly rows: readonly string[];
  readonly amount: number;
}

/** What each part would need besides what it has. Empty where nothing above the place draws on any. */
export const pullNeeds = (plan: Planned, to: PullTo): readonly Need[] =>
  targetsOf(plan, to).map(({ part, amount }) => ({ team: part.team, keptFor: part.keptFor, more: sum(amount, -part.capacity) }));

function targetsOf(plan: Planned, { line, below }: PullTo): Target[] {
  const rows = [...workedDownTo(plan, line, below)];
  return line.teams.flatMap((part): Target[] => {
    const on = { ...plan, line, team: part };
    const drawing = rows.filter(
      (row) => partOnLine(line.teams, part.team, row) === part && needsOf(plan.view, plan.lines, row).some(({ team }) => team === part.team),
    );
    const last = drawing.at(-1);
    return last ? [{ part, rows: drawing.map(({ id }) => id), amount: sizesOn(on, drawing) }] : [];
  });
}

/** The first date with which a line stands below a row: each is tried on a fork. It pauses before every recomputation. */
export function* dateFor(plan: Planned, to: PullTo, asking: Asking): Generator<void, PulledTo | null> {
  const targets = targetsOf(plan, to);
  if (targets.length === 0) return null;
  const { lines } = plan;
  const { line } = to;
  const place = lines.lines.indexOf(line);
  const [before, next] = [lines.lines[place - 1]?.date, lines.lines[place + 1]?.date];
  const days = targets.map(({ part, amount }) => dayFor({ ...plan, line, team: part }, amount));
  if (days.some((day) => day === null)) return null;
  const trials = new Trials(plan, { items: targets.flatMap(({ rows }) => rows), about: [], line: line.id, asking });
  const low = before === undefined ? 1 : workingDay(lines.today, before) + 1;
  const high = Math.min(workingDay(lines.today, line.date) + MOST_DAYS, next === undefined ? Infinity : workingDay(lines.today, next) - 1);
  const guess = Math.max(...days.map((day) => workingDay(lines.today, day!)));
  const way = yield* firstDay({ lines, release: line.release, trials }, { low, guess, high, from: line.date });
  return way?.deed.code === 'later-date' ? { on: way.deed.to, sides: way.sides, crossed: way.crossed } : null;
}

export const pulledLine = readingInPieces({
  name: 'pulledLine',
  does: 'What it would take for the line of a release to stand below an item: how much more capacity, or which date.',
  route: '/releases/{release}/pulled-line',
  input: z.strictObject({ release: ref('release'), below: ref('item') }),
  needs: (_, { release, below }) => [
    { may: 'read', on: { in: 'release', id: release } },
    { may: 'read', on: { in: 'item', id: below } },
  ],
  looksAfterPauses: true,
  *inPieces(view, { release, below }, asking): Generator<void, Pulled> {
    const lines = cutLines(view, view.get('release', release).product, asking);
    const line = lines.lines.find(({ id }) => id === release);
    if (!line) return { needs: [], date: null };
    const to = { line, below: view.get('item', below) };
    return { needs: pullNeeds({ view, lines }, to), date: yield* dateFor({ view, lines }, to, asking) };
  },
});
