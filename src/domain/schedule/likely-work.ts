import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { bandOf, type Chance } from '../cutline/chances.ts';
import { toldOf } from '../cutline/told-of.ts';
import type { Likely } from '../cutline/likely.ts';
import { partOnLine, type Line, type Lines } from '../cutline/line.ts';
import { needsOf } from '../cutline/needs.ts';
import { isAnyWaiting } from '../cutline/waiting.ts';
import { rowsUnder } from '../cutline/above-the-line.ts';
import { Remembered } from '../forecast/remembered.ts';
import { weekdaysBetween } from '../kernel/day.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { chancesOf, type Ask } from './chances-of.ts';
import { lineOrder, type LineOrder } from './line-order.ts';
import { rowsOf } from './plan-work.ts';
import type { WorkPlan } from './work-plan.ts';

/** What is asked of a line: of an item, or, where that is the line's own id, of its release. */
interface LineAsk extends Ask {
  readonly id: string;
  readonly line: string;
}

/** All that the chances of a product are worked out from where teams wait for each other, as plain values: it goes to a worker as it is. */
export interface LikelyWork {
  readonly plans: readonly (Pick<WorkPlan, 'lanes' | 'rows'> & { readonly asks: readonly LineAsk[] })[];
}

/** What has to be worked out in trials for the chances of a product; null: nobody waits for anybody, and each team can be asked alone. */
export const workToLikely = (view: View, lines: Lines): LikelyWork | null => (isAnyWaiting(view, lines) ? likelyWork(view, lines) : null);

/** What has to be worked out, the plans in the order in which each line has it. Lines of which nothing is left over have the plan of the last one. */
export function likelyWork(view: View, lines: Lines): LikelyWork {
  const last = lines.lines.length - 1;
  const shared: Line[] = [];
  return {
    plans: lines.lines.flatMap((line, place) => {
      const order = lineOrder(view, lines, { line, days: weekdaysBetween(lines.today, line.date) });
      if (place < last && order.isAsPlanned) return (shared.push(line), []);
      const { lanes, rows, places } = rowsOf(view, lines, order.items);
      const asked = (one: Line) => asksOf(view, lines, { line: one, places, after: one === line ? order.after : [] });
      return [{ lanes, rows, asks: [...(place === last ? shared : []), line].flatMap(asked) }];
    }),
  };
}

interface Asking extends Pick<LineOrder, 'after'> {
  readonly line: Line;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Every row that a line takes, that stands in its band or is in its release; what these make up; and the release. */
function asksOf(view: View, lines: Lines, { line, places, after }: Asking): LineAsk[] {
  const by = weekdaysBetween(lines.today, line.date);
  const place = lines.lines.indexOf(line);
  const ask = (id: string, items: readonly string[]): LineAsk => {
    const known = items.map((item) => places.get(item));
    return { id, line: line.id, by, rows: known.includes(undefined) ? [] : known.flatMap((all) => all!) };
  };
  const left = after.filter((row) => bandOf(view, lines, row) === place).map(({ id }) => id);
  const asks = [...line.taken, ...left].map((id) => ask(id, [id]));
  const [isLeft, told, own] = [new Set(left), toldOf(view, lines, line), view.list(rowsInRelease, line.release).ids];
  for (const row of line.takeOut) if (!isLeft.has(row) && told.has(row)) asks.push(ask(row, [row]));
  const worked = new Set([...line.taken, ...after.map(({ id }) => id)].filter((id) => isForecast(view, lines, { line, row: view.get('item', id) })));
  for (const parent of parentsIn(view, line)) {
    const rows = Array.from(rowsUnder(view, parent), ({ id }) => id);
    if (rows.every((id) => worked.has(id))) asks.push(ask(parent.id, rows));
  }
  if (own.length > 0 && own.every((row) => told.has(row))) asks.push(ask(line.id, own));
  return asks;
}

/** Whether enough is known of the past of every team that a row needs. */
const isForecast = (view: View, lines: Lines, { line, row }: { line: Line; row: Item }): boolean =>
  needsOf(view, lines, row).every(({ team }) => partOnLine(line.teams, team, row)?.forecast);

/** The parents in the release of a line of which all open rows are in it, too. */
function parentsIn(view: View, { release }: Line): Item[] {
  const parents = new Map<string, Item>();
  for (const row of view.list(rowsInRelease, release)) {
    for (let at = parentOf(view, row); at !== undefined && !parents.has(at.id); at = parentOf(view, at)) parents.set(at.id, at);
  }
  return [...parents.values()].filter((parent) => parent.release === release && [...rowsUnder(view, parent)].every((row) => row.release === release));
}

const parentOf = (view: View, { parent }: Item): Item | undefined => (parent === null ? undefined : view.find('item', parent));

/** The chances from the trials, with pauses; at once where they are still known. */
export function* likelyFrom(work: LikelyWork): Generator<void, Likely> {
  const key = JSON.stringify(work);
  const known = found.find(key);
  if (known) return known;
  yield;
  return found.keep(key, yield* triedOut(work));
}

const found = new Remembered<Likely>(8);

function* triedOut({ plans }: LikelyWork): Generator<void, Likely> {
  const items: Record<string, Chance> = {};
  const releases: Record<string, number> = {};
  for (const { asks, ...work } of plans) {
    const chances = yield* chancesOf(work, asks);
    for (const [at, { id, line }] of asks.entries()) {
      if (id === line) releases[id] = chances[at]!;
      else items[id] = { line, chance: chances[at]! };
    }
  }
  return { items, releases };
}
