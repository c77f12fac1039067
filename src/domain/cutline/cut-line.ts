import type { Item } from '../backlog/item.ts';
import { windowOf } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import { Outlooks } from '../forecast/outlook-of.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { datedReleases, type DatedRelease } from '../release/dated-releases.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { heldBy } from './held-by.ts';
import { lineOf, partKey, type Line, type Lines } from './line.ts';
import { sizeOf, sizingOf, type Sizing } from './size.ts';
import { takingParts, teamsOnLine } from './teams-on-line.ts';
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
  const firstTeam = teams[0] ?? null;
  const outlooks = new Outlooks(view, { product, firstTeam }, { today, unit: sizing.unit });
  const drawn: Drawn = { view, walk: new Walk(view, product, { releases, teams }), today, sizing, outlooks, lines: [], takenBy: {} };
  for (const release of releases) drawn.lines.push(cutLine(release, drawn));
  const { lines, takenBy } = drawn;
  return { product, today, ...sizing, firstTeam, lines, takenBy, guessed: lines.reduce((all, line) => all + line.guessed, 0) };
}

/**
 * Goes down the rank and takes each team's rows until the first that does not fit: nothing smaller jumps over it, because rank is the
 * priority, and that team takes nothing more; where it keeps shares for categories, nothing more of that part. A row whose blocker does not
 * come first is passed over and uses no room.
 */
function cutLine(release: DatedRelease, { view, walk, today, sizing, outlooks, lines, takenBy }: Drawn): Line {
  const window = windowOf({ today, previous: lines.at(-1)?.date ?? null, date: release.dueOn });
  const teams = teamsOnLine(view, release, { window, today, earlier: lines, outlooks });
  const taking = takingParts(teams);
  const taken: Item[] = [];
  for (const { row, part } of walk.candidates(release.id, taking)) {
    if (heldBy(view, takenBy, { row, line: lines.length }) !== null) continue;
    const used = sum(part.used, sizeOf(sizing, row));
    if (used > part.capacity) {
      part.stoppedBy = row.id;
      taking.delete(partKey(part));
    } else {
      part.used = used;
      takenBy[row.id] = lines.length;
      taken.push(row);
    }
  }
  walk.leave(release.id, takenBy);
  return lineOf(view, { release, window, teams, taken, sizing });
}

/** What is known when the next line is drawn. */
interface Drawn {
  readonly view: View;
  readonly walk: Walk;
  readonly today: Day;
  readonly sizing: Sizing;
  readonly outlooks: Outlooks;
  readonly lines: Line[];
  /** Which line, by its place, takes a row. */
  readonly takenBy: Record<string, number>;
}
