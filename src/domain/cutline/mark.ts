import type { Item } from '../backlog/item.ts';
import { isRankedRow, rankedRows } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { isOpenRelease } from '../release/release.ts';
import { isAbove } from '../backlog/is-above.ts';
import { missing } from './missing.ts';
import type { Line, Lines } from './line.ts';
import type { Reason } from './reason.ts';

/** Filled: in a release whose line takes it. Coral: in a release whose line does not, or that draws none. Hollow: in none, and a line takes it. */
export type Mark = 'filled' | 'hollow' | 'coral' | 'none';

/** What a row of the backlog shows of the lines. */
export interface RowOnLines {
  readonly item: string;
  /** The line that takes it, else the nearest one that it stands above; null below every line. */
  readonly line: string | null;
  readonly mark: Mark;
  /** Why no line takes it, or one does although it ranks below; null for other rows that one takes, and for unplanned rows far below the lines. */
  readonly reason: Reason | null;
}

/** Unplanned rows say that they would fit only this many rows below a line: further down it is no news. */
const NEAR_ROWS = 20;

/** A row's mark with its reason. It looks at the row and its blockers only, so that a list may ask for each row that it shows. */
export function markOf(view: View, lines: Lines, item: Item): RowOnLines {
  if (!isRankedRow(view, item)) return { item: item.id, line: null, mark: 'none', reason: null };
  const taking = lines.lines[lines.takenBy[item.id] ?? -1];
  if (taking) return { item: item.id, line: taking.id, mark: item.release === null ? 'hollow' : 'filled', reason: belowItsLine(view, taking, item) };
  const line = lineBelow(view, lines, item);
  const mark = item.release === null ? 'none' : 'coral';
  const reason = item.release === null ? unplanned(view, lines, { item, line }) : planned(view, lines, { item, release: item.release });
  return { item: item.id, line: line?.id ?? null, mark, reason };
}

/** A line takes a row that ranks below it only for its sprint. */
function belowItsLine(view: View, line: Line, item: Item): Reason | null {
  const last = lastOf(view, line);
  return last && !isAbove(last, item) ? null : { code: 'in-sprint', line: line.id };
}

/** The nearest line that a row stands above. */
export function lineBelow(view: View, { lines }: Lines, item: Item): Line | null {
  let nearest: { line: Line; last: Item } | null = null;
  for (const line of lines) {
    const last = lastOf(view, line);
    if (last && isAbove(item, last) && (!nearest || isAbove(last, nearest.last))) nearest = { line, last };
  }
  return nearest?.line ?? null;
}

function planned(view: View, lines: Lines, { item, release }: { item: Item; release: string }): Reason {
  const own = lines.lines.find((line) => line.release === release);
  if (own) return missing(view, lines, { item, line: own });
  return isOpenRelease(view.get('release', release)) ? { code: 'no-date', release } : { code: 'release-closed', release };
}

/** Above a line: why it passes the row over. A few rows below one: the first line that the row would fit, else the nearest one's reason. */
function unplanned(view: View, lines: Lines, { item, line }: { item: Item; line: Line | null }): Reason | null {
  if (line) return missing(view, lines, { item, line });
  const below = lines.lines.map((one) => ({ one, rows: rowsBelow(view, one, item) })).filter(({ rows }) => rows <= NEAR_ROWS);
  const reasons = below.map(({ one, rows }) => ({ reason: missing(view, lines, { item, line: one }), rows }));
  const fitting = reasons.find(({ reason }) => reason.code === 'would-fit');
  const nearest = reasons.reduce<(typeof reasons)[number] | null>((best, one) => (best === null || one.rows <= best.rows ? one : best), null);
  return (fitting ?? nearest)?.reason ?? null;
}

/** How many rows an unplanned one stands below a line; 1 for the next. */
export const rowsBelow = (view: View, line: Line, item: Item): number => view.placeOf(rankedRows, item.product, item) + 1 - rowsAbove(view, line);

/** How many ranked rows stand above a line, taken or not: less those that a filter shows, they are hidden above it. */
export function rowsAbove(view: View, line: Line): number {
  const last = lastOf(view, line);
  return last ? view.placeOf(rankedRows, last.product, last) + 1 : 0;
}

/** The last row that a line takes. A screen may ask with the lines of a moment ago, when that row was still there. */
const lastOf = (view: View, { after }: Line): Item | undefined => (after === null ? undefined : view.find('item', after));
