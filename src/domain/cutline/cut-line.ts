import type { Item } from '../backlog/item.ts';
import { windowOf } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { Outlooks } from '../forecast/outlook-of.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { datedReleases, type DatedRelease } from '../release/dated-releases.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { heldBy } from './held-by.ts';
import { isCandidate, rowsInSprints } from './in-sprint.ts';
import { lineOf, partKey, partOnLine, type Line, type Lines } from './line.ts';
import { sizingOf, type Sizing } from './size.ts';
import { SprintWork } from './sprint-work.ts';
import { Taking } from './taking.ts';
import { teamsOnLine, type Filling } from './teams-on-line.ts';
import { Walk } from './walk.ts';

/**
 * Where the lines of a product fall: one for each open release with a date, worked out one after another, by date, then by name. The
 * cost follows what stands above the lines, not the backlog.
 */
export function cutLines(view: View, product: string, { now }: Asking): Lines {
  const releases = datedReleases(view, product);
  const teams = teamsOf(view, product).map(({ id }) => id);
  const today = dayIn(view.get('product', product).zone, now);
  const sizing = sizingOf(view, product);
  const outlooks = new Outlooks(view, { product, firstTeam: sizing.firstTeam }, { today, unit: sizing.unit });
  const sprints = new SprintWork(view, sizing, releases.length === 0 ? [] : rowsInSprints(view, product));
  const walk = new Walk(view, product, { releases, teams });
  const drawn: Drawn = { view, walk, sprints, today, sizing, outlooks, lines: [], takenBy: {}, first: {} };
  for (const release of releases) drawn.lines.push(cutLine(release, drawn));
  const { lines, takenBy, first } = drawn;
  return { product, today, ...sizing, lines, takenBy, first, guessed: lines.reduce((all, line) => all + line.guessed, 0) };
}

/**
 * Takes what is in a running sprint first, then goes down the rank and takes each team's rows until the first that does not fit: nothing
 * smaller jumps over it, because rank is the priority, and that team takes nothing more; where it keeps shares for categories, nothing more of
 * that part. A row whose blocker does not come first is passed over and uses no room.
 */
function cutLine(release: DatedRelease, drawn: Drawn): Line {
  const { view, walk, sprints, today, sizing, outlooks, lines, takenBy, first } = drawn;
  const window = windowOf({ today, previous: lines.at(-1)?.date ?? null, date: release.dueOn });
  const teams = teamsOnLine(view, release, { window, today, earlier: lines, outlooks, sprints, takenBy });
  const taking = new Taking(view, { teams, confidence: release.confidence, sizing, outlooks });
  const take = (row: Item, part: Filling): boolean => {
    if (heldBy(view, drawn, { row, line: lines.length }) !== null || !taking.take(row, part)) return false;
    takenBy[row.id] = lines.length;
    return true;
  };
  for (const row of sprints.rows) {
    if (takenBy[row.id] !== undefined || !isCandidate(row, release.id)) continue;
    const part = partOnLine(teams, teamOf(view, row, sizing.firstTeam), row);
    if (part && taking.parts.has(partKey(part)) && take(row, part)) first[row.id] = true;
  }
  for (const { row, part } of walk.candidates(release.id, taking.parts)) if (takenBy[row.id] === undefined) take(row, part);
  walk.leave(release.id, takenBy);
  return lineOf(view, { release, window, teams, taken: taking.taken, first, lines: sizing });
}

/** What is known when the next line is drawn. */
interface Drawn {
  readonly view: View;
  readonly walk: Walk;
  readonly sprints: SprintWork;
  readonly today: Day;
  readonly sizing: Sizing;
  readonly outlooks: Outlooks;
  readonly lines: Line[];
  /** Which line, by its place, takes a row. */
  readonly takenBy: Record<string, number>;
  /** What a line took before all others. */
  readonly first: Record<string, true>;
}
