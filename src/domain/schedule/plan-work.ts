import type { Item } from '../backlog/item.ts';
import { groupOf, rankedRows } from '../backlog/open.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import { isAbove } from '../backlog/is-above.ts';
import { partsOf } from '../capacity/parts.ts';
import { partOnLine, type Lines } from '../cutline/line.ts';
import { sizeOf } from '../cutline/size.ts';
import { rowsBefore } from '../dependency/rows-before.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { weekdaysBetween, type Day } from '../kernel/day.ts';
import { groupsOf } from './work-groups.ts';
import { isUnderWay, slotsOf } from './slots.ts';
import type { Team } from '../team/team.ts';
import type { Lane, WorkPlan, WorkRow } from './work-plan.ts';

/** Rows further down are not looked at: few teams finish so many in three years, and nobody believes a date so far off. */
const MOST_ROWS = 3000;

/** What a product's schedule is worked out from. The cost follows the rows looked at, not the backlog. */
export function planWork(view: View, lines: Lines): WorkPlan {
  const { product, today } = lines;
  const items = inOrder(view, lines);
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const lanes = teamsOf(view, product).flatMap((team) => lanesOf(view, lines, team));
  const notBefore = new Map<Lane, number>();
  const rows = items.map((item) => rowOf(view, lines, { item, lanes, places, notBefore }));
  const byRank = items.map((_, place) => place).sort((a, b) => (isAbove(items[a]!, items[b]!) ? -1 : 1));
  const groups = groupsOf(view, { items, isWhole: items.length === view.list(rankedRows, product).length });
  return { product, today, lanes, rows, byRank, groups };
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
  const { weeks, outlook } = outlookOf(view, { product, team: id, firstTeam }, { today, unit });
  const slots = slotsOf(view, product, id);
  return partsOf(view, id).map(({ keptFor, percent }) => {
    return { team: id, keptFor, percent, weeks, outlook, pace, slots: Math.max(1, Math.round((slots * percent) / 100)) };
  });
}

interface Planning {
  readonly item: Item;
  readonly lanes: readonly Lane[];
  readonly places: ReadonlyMap<string, number>;
  /** Before which day lanes come to nothing more. */
  readonly notBefore: Map<Lane, number>;
}

function rowOf(view: View, lines: Lines, { item, lanes, places, notBefore }: Planning): WorkRow {
  const lane = partOnLine(lanes, teamOf(view, item, lines.firstTeam), item);
  const { waitsFor, from } = before(view, lines, { item, places });
  const date = dateOf(lines, item);
  if (lane?.outlook === null) notBefore.set(lane, Math.max(notBefore.get(lane) ?? 1, firstDayOnLine(lines, item)));
  return {
    id: item.id,
    lane: lane ? lanes.indexOf(lane) : -1,
    size: sizeOf(view, lines, item),
    isUnderWay: isUnderWay(groupOf(view, item)),
    waitsFor,
    from: Math.max(from, (lane && notBefore.get(lane)) ?? 1),
    due: date && weekdaysBetween(lines.today, date),
  };
}

/** What must be finished before a row: rows of this product by their place, those of others by the date of their release. */
function before(view: View, { product, today }: Lines, { item, places }: Pick<Planning, 'item' | 'places'>): Pick<WorkRow, 'waitsFor' | 'from'> {
  const blockers = rowsBefore(view, item);
  const waitsFor: number[] = [];
  let from = 1;
  for (const blocker of blockers ?? []) {
    const place = places.get(blocker.id);
    if (place !== undefined) waitsFor.push(place);
    else {
      const date = blocker.product === product || blocker.release === null ? null : (view.find('release', blocker.release)?.dueOn ?? null);
      if (date === null) return { waitsFor: null, from };
      from = Math.max(from, weekdaysBetween(today, date) + 1);
    }
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
