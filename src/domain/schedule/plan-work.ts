import type { Item } from '../backlog/item.ts';
import { groupOf, rankedRows } from '../backlog/open.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import { isAbove } from '../backlog/is-above.ts';
import { partsOf } from '../capacity/parts.ts';
import { isInRunningSprint } from '../cutline/in-sprint.ts';
import { partOnLine, type Lines } from '../cutline/line.ts';
import { needsOfOthers } from '../cutline/needs.ts';
import { sizeOf } from '../cutline/size.ts';
import { rowsBefore } from '../dependency/rows-before.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { weekdaysBetween, type Day } from '../kernel/day.ts';
import { groupsOf } from './work-groups.ts';
import { isUnderWay, slotsOf } from './slots.ts';
import type { Team } from '../team/team.ts';
import type { Lane, WorkPlan, WorkRow } from './work-plan.ts';

/** Rows further down are not looked at: few teams finish so many in three years, and nobody believes a date so far off. */
export const MOST_ROWS = 3000;

/** What a product's schedule is worked out from. The cost follows the rows looked at, not the backlog. */
export const planWork = (view: View, lines: Lines): WorkPlan => planOf(view, lines, inOrder(view, lines));

/** The same with the rows in an order of their own. */
export function planOf(view: View, lines: Lines, items: readonly Item[]): WorkPlan {
  const { product, today } = lines;
  const { lanes, pieces, rows, places } = rowsOf(view, lines, items);
  const byRank = pieces.map((_, place) => place).sort((a, b) => byPlace(pieces[a]!.item, pieces[b]!.item));
  const groups = groupsOf(view, { pieces, isWhole: items.length === view.list(rankedRows, product).length });
  const shared = Array.from(places).flatMap(([id, all]) => (all.length > 1 ? [{ id, rows: all, due: rows[all[0]!]!.due }] : []));
  return { product, today, lanes, rows, byRank, groups: [...groups, ...shared] };
}

interface Rows extends Pick<WorkPlan, 'lanes' | 'rows'> {
  /** What each of the rows is of. */
  readonly pieces: readonly Piece[];
  /** The places of the rows of each item. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Items as rows of a plan, in their order. */
export function rowsOf(view: View, lines: Lines, items: readonly Item[]): Rows {
  const lanes = teamsOf(view, lines.product).flatMap((team) => lanesOf(view, lines, team));
  const pieces = items.flatMap((item) => piecesOf(view, lines, item));
  const places = new Map<string, number[]>();
  for (const [place, { item }] of pieces.entries()) places.set(item.id, [...(places.get(item.id) ?? []), place]);
  const notBefore = new Map<Lane, number>();
  return { lanes, pieces, rows: pieces.map((piece) => rowOf(view, lines, { ...piece, lanes, places, notBefore })), places };
}

/** Where two items have one rank they are one, and its pieces stay as they are. */
const byPlace = (a: Item, b: Item): number => (isAbove(a, b) ? -1 : isAbove(b, a) ? 1 : 0);

/** What an item needs of one team. */
export interface Piece {
  readonly item: Item;
  readonly team: string | null;
  readonly size: number;
}

/** What an item needs of each team; of its own comes last, so that all that stands above it is told with it. */
function piecesOf(view: View, lines: Lines, item: Item): Piece[] {
  const team = teamOf(view, item, lines.firstTeam);
  const others = team === null ? [] : needsOfOthers(view, lines, { row: item, own: team });
  return [...others.map((need) => ({ item, ...need })), { item, team, size: sizeOf(view, lines, item) }];
}

/** In which order the rows are come to of a product: line by line what each takes, then the rest, each by rank. */
function inOrder(view: View, { product, lines, takenBy }: Lines): Item[] {
  const items = lines.flatMap(({ taken }) => taken.map((id) => view.get('item', id)));
  for (const row of view.list(rankedRows, product)) {
    if (items.length >= MOST_ROWS) break;
    if (takenBy[row.id] === undefined) items.push(row);
  }
  return items;
}

function lanesOf(view: View, { product, today, unit, firstTeam }: Lines, { id, pace }: Team): Lane[] {
  const { weeks, outlook, ahead } = outlookOf(view, { product, team: id, firstTeam }, { today, unit });
  const slots = slotsOf(view, product, id);
  return partsOf(view, id).map(({ keptFor, percent }) => {
    return { team: id, keptFor, percent, weeks, outlook, pace, ahead, slots: Math.max(1, Math.round((slots * percent) / 100)) };
  });
}

interface Planning extends Piece {
  readonly lanes: readonly Lane[];
  /** The places of the pieces of each item. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Before which day lanes come to nothing more. */
  readonly notBefore: Map<Lane, number>;
}

function rowOf(view: View, lines: Lines, { item, team, size, lanes, places, notBefore }: Planning): WorkRow {
  const lane = partOnLine(lanes, team, item);
  const { waitsFor, from } = before(view, lines, { item, places });
  const date = dateOf(lines, item);
  if (lane?.outlook === null && !isInRunningSprint(view, item)) notBefore.set(lane, Math.max(notBefore.get(lane) ?? 1, firstDayOnLine(lines, item)));
  return {
    id: item.id,
    lane: lane ? lanes.indexOf(lane) : -1,
    size,
    isUnderWay: isUnderWay(groupOf(view, item)),
    waitsFor,
    from: Math.max(from, (lane && notBefore.get(lane)) ?? 1),
    due: date && weekdaysBetween(lines.today, date),
  };
}

/** What must be finished before a row: rows of this product by their places, those of others by the day on which the other product's own plan has them. */
function before(view: View, { today, elsewhere }: Lines, { item, places }: Pick<Planning, 'item' | 'places'>): Pick<WorkRow, 'waitsFor' | 'from'> {
  const blockers = rowsBefore(view, item);
  const waitsFor: number[] = [];
  let from = 1;
  for (const { id } of blockers ?? []) {
    const here = places.get(id);
    const there = elsewhere[id];
    if (here) waitsFor.push(...here);
    else if (there === undefined) return { waitsFor: null, from };
    else from = Math.max(from, weekdaysBetween(today, there) + 1);
  }
  return { waitsFor: blockers && waitsFor, from };
}

/** The date of the line that takes a row, else of the release that it is in. */
function dateOf({ lines, takenBy }: Lines, { id, release }: Item): Day | null {
  return (lines[takenBy[id] ?? -1] ?? lines.find((line) => line.release === release))?.date ?? null;
}

/** Room that a pace leaves on a line is lost, as on the lines: what a later one takes, and all after it, is not begun before the earlier one's date has passed. */
function firstDayOnLine({ lines, takenBy, today }: Lines, { id }: Item): number {
  const previous = lines[(takenBy[id] ?? 0) - 1];
  return previous ? weekdaysBetween(today, previous.date) + 1 : 1;
}
