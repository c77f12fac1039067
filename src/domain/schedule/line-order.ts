import type { Item } from '../backlog/item.ts';
import { rankedRows } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { isCandidate, rowsInSprints } from '../cutline/in-sprint.ts';
import { hasCapacity, partKey, partOnLine, type Line, type Lines } from '../cutline/line.ts';
import { lowestOf } from '../cutline/lowest.ts';
import { needsOf } from '../cutline/needs.ts';
import { workAfter } from '../cutline/work-of.ts';
import { BegunBy } from './begun-by.ts';
import { MOST_ROWS } from './plan-work.ts';

/** The rows of a product in the order in which they are come to if the release of a line goes on until all of it is done. */
export interface LineOrder {
  readonly items: readonly Item[];
  /** What the line does not take of its release, of running sprints and between, in the order in which it is worked off after what it takes. */
  readonly after: readonly Item[];
  /** Whether this is the order of the plan itself, because nothing of its release is left over. */
  readonly isAsPlanned: boolean;
}

/** As a line has it, as far as any row may be begun within so many working days (null: at all): what earlier ones take, what is in running sprints, what it takes, the rest of its release; then what later ones take, and all else by rank. */
export function lineOrder(view: View, lines: Lines, { line, days }: { line: Line; days: number | null }): LineOrder {
  const place = lines.lines.indexOf(line);
  const begun = new BegunBy(view, lines, days);
  const add = (ids: readonly string[]) => ids.forEach((id) => begun.add(view.get('item', id)));
  for (const { taken } of lines.lines.slice(0, place)) add(taken);
  const first = otherSprints(view, lines, place);
  for (const row of first) begun.add(row);
  add(line.taken);
  const after = restOf(view, lines, { line, begun });
  for (const { taken } of lines.lines.slice(place + 1)) add(taken);
  for (const row of head(view, lines)) if (!begun.isOver) begun.add(row);
  return { items: begun.items, after, isAsPlanned: first.length === 0 && after.length === 0 };
}

/** What is in a running sprint for other releases is done before anything that a line takes, unless an earlier one takes it. */
const otherSprints = (view: View, lines: Lines, place: number): Item[] =>
  rowsInSprints(view, lines.product).filter((row) => !isCandidate(row, lines.lines[place]!.release) && !((lines.takenBy[row.id] ?? place) < place));

function restOf(view: View, lines: Lines, { line, begun }: { line: Line; begun: BegunBy }): Item[] {
  const parts = new Map(line.teams.filter(hasCapacity).map((part) => [partKey(part), part]));
  const close = () => Array.from(parts.keys()).forEach((key) => begun.parts.has(key) || parts.delete(key));
  const isKnown = (row: Item) =>
    needsOf(view, lines, row).every(({ team }) => {
      const part = partOnLine(line.teams, team, row);
      return part !== undefined && hasCapacity(part);
    });
  const rest: Item[] = [];
  close();
  for (const row of workAfter(view, lines, { line, parts, downTo: lowestAsked(view, lines, line) })) {
    if (isKnown(row)) {
      begun.add(row);
      rest.push(row);
      close();
    }
    if (begun.isOver) break;
  }
  return rest;
}

/** Down to which row a line is asked of what it does not take: to the last of its release, or where it stands; the last line of all of what is below it too. */
function lowestAsked(view: View, { lines }: Lines, { takeOut, after, id }: Line): Item | undefined {
  if (id === lines.at(-1)!.id) return undefined;
  const asked = after === null ? takeOut : [...takeOut, after];
  return asked.length === 0 ? FIRST : lowestOf(view, asked);
}

/** Above all rows there are. */
const FIRST = { rank: '', id: '' } as Item; // only its place is looked at

function* head(view: View, { product }: Lines): Generator<Item> {
  let left = MOST_ROWS;
  for (const row of view.list(rankedRows, product))
    if (left-- > 0) yield row;
    else return;
}
