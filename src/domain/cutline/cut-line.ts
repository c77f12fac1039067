import type { Item } from '../backlog/item.ts';
import { windowOf } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { Outlooks } from '../forecast/outlook-of.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { datedReleases, type DatedRelease } from '../release/dated-releases.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { productsWaitedFor, rowsWaitedFor } from './elsewhere.ts';
import { heldBy } from './held-by.ts';
import { isCandidate, rowsInSprints } from './in-sprint.ts';
import { lineOf, partKey, partOnLine, type Line, type Lines } from './line.ts';
import { sizingOf, type Sizing } from './size.ts';
import { SprintWork } from './sprint-work.ts';
import { Taking } from './taking.ts';
import { teamsOnLine, type Filling } from './teams-on-line.ts';
import { Walk } from './walk.ts';

/**
 * Where the lines of a product fall: one for each open release with a date, worked out one after another, by date, then by name. Where it waits
 * for items of other products, theirs are worked out between, by date: a line needs to know only of those that are due before it. The cost follows
 * what stands above the lines, not the backlog.
 */
export function cutLines(view: View, product: string, { now }: Asking): Lines {
  const elsewhere: Record<string, Day> = {};
  const plans = productsWaitedFor(view, product).map((id) => begin(view, id, { now, elsewhere }));
  const own = plans[0]!; // the product itself comes first
  for (const { release, drawn } of byDate(plans)) drawn.lines.push(cutLine(release, drawn));
  const { today, sizing, lines, takenBy, first } = own;
  const guessed = lines.reduce((all, line) => all + line.guessed, 0);
  return { product, today, ...sizing, lines, takenBy, first, elsewhere: rowsWaitedFor(view, product, elsewhere), guessed };
}

function begin(view: View, product: string, { now, elsewhere }: Asking & { elsewhere: Record<string, Day> }): Drawn {
  const releases = datedReleases(view, product);
  const teams = teamsOf(view, product).map(({ id }) => id);
  const today = dayIn(view.get('product', product).zone, now);
  const sizing = sizingOf(view, product);
  const outlooks = new Outlooks(view, { product, firstTeam: sizing.firstTeam }, { today, unit: sizing.unit });
  const sprints = new SprintWork(view, sizing, releases.length === 0 ? [] : rowsInSprints(view, product));
  const walk = new Walk(view, product, { releases, teams });
  return { view, releases, walk, sprints, today, sizing, outlooks, lines: [], takenBy: {}, first: {}, elsewhere };
}

/** The releases of several products, by date; those of one as they stand. */
function byDate(plans: readonly Drawn[]): { release: DatedRelease; drawn: Drawn }[] {
  const all = plans.flatMap((drawn) => drawn.releases.map((release) => ({ release, drawn })));
  return plans.length === 1 ? all : all.sort((a, b) => byCodeUnit(a.release.dueOn, b.release.dueOn));
}

/**
 * Takes what is in a running sprint first, then goes down the rank and takes each team's rows until the first that does not fit: nothing
 * smaller jumps over it, because rank is the priority, and that team takes nothing more; where it keeps shares for categories, nothing more of
 * that part. A row whose blocker does not come first is passed over and uses no room.
 */
function cutLine(release: DatedRelease, drawn: Drawn): Line {
  const { view, walk, sprints, today, sizing, outlooks, lines, takenBy, first, elsewhere } = drawn;
  const window = windowOf({ today, previous: lines.at(-1)?.date ?? null, date: release.dueOn });
  const teams = teamsOnLine(view, release, { window, today, earlier: lines, outlooks, sprints, takenBy });
  const taking = new Taking(view, { teams, confidence: release.confidence, sizing, outlooks });
  const take = (row: Item, part: Filling): boolean => {
    if (heldBy(view, drawn, { row, line: lines.length, date: release.dueOn }) !== null || !taking.take(row, part)) return false;
    takenBy[row.id] = lines.length;
    elsewhere[row.id] = release.dueOn;
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
  readonly releases: readonly DatedRelease[];
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
  /** By which date a line of any of the products takes a row. */
  readonly elsewhere: Record<string, Day>;
}
