import type { View } from '../../domain/collections.ts';
import type { OddRow } from '../ui/row-geometry.ts';
import { countTo, type PutIn, type Rows } from '../ui/rows.ts';

/** A line to be drawn among the rows: under `after`; one that takes nothing stands with the line before it, the first at the top. */
export interface PlacedLine {
  readonly id: string;
  readonly after: string | null;
}

/** How a row that is no item is named among the rows. */
export const lineRowId = (line: string): string => `line:${line}`;
export const GHOST_ROW = 'ghost:line';
/** Where the next item is written, below the row after which it will stand. */
export const ADD_ROW = 'add:item';
export const isItemRow = (id: string): boolean => !id.startsWith('line:') && !id.startsWith('date:') && id !== GHOST_ROW && id !== ADD_ROW;

/** How the date line of a day is named among the rows. */
export const dateRowId = (on: string): string => `date:${on}`;

/** The date line of a row that is one; null for other rows. */
export const dateOfRow = (row: string): string | null => (row.startsWith('date:') ? row.slice('date:'.length) : null);

/** The line of a row that is one; null for other rows. */
export const lineOfRow = (row: string): string | null => (row.startsWith('line:') ? row.slice('line:'.length) : null);

/**
 * Where the lines stand among the rows. A line stands after the last shown row that it takes or that ranks above it: a filter hides rows but
 * never moves the line. `shown` is in rank order.
 */
export function linePlaces(view: View, shown: Rows, lines: readonly PlacedLine[]): PutIn[] {
  const places: PutIn[] = [];
  for (const line of lines) places.push({ id: lineRowId(line.id), at: line.after === null ? (places.at(-1)?.at ?? 0) : placeUnder(view, shown, line.after) });
  return places.sort((a, b) => a.at - b.at);
}

/** Date lines put in among the others: each counts from the top, so that one which takes nothing stands there. At one place those of releases come first. */
export function withDates(view: View, shown: Rows, { between, dates }: { between: readonly PutIn[]; dates: readonly PlacedLine[] }): readonly PutIn[] {
  if (dates.length === 0) return between;
  const places = dates.map(({ id, after }) => ({ id: dateRowId(id), at: after === null || !view.find('item', after) ? 0 : placeUnder(view, shown, after) }));
  return [...between, ...places].sort((a, b) => a.at - b.at);
}

/** The row for the next item put in below the one after which it will stand, above a line at the same place. */
export function withAddRow(view: View, shown: Rows, { between, after }: { between: readonly PutIn[]; after: string | null }): readonly PutIn[] {
  if (after === null || !view.find('item', after)) return between;
  return [{ id: ADD_ROW, at: placeUnder(view, shown, after) }, ...between].sort((a, b) => a.at - b.at);
}

/** How many shown rows rank at or above an item, which may itself be hidden. */
function placeUnder(view: View, shown: Rows, item: string): number {
  const { rank } = view.get('item', item);
  return countTo(shown.length, (at) => view.get('item', shown.at(at)!).rank <= rank);
}

/** The rows between the items, which are of another height, for the list's geometry. */
export function oddRows(
  between: readonly PutIn[],
  px: { readonly line: number; readonly ghost: number; readonly row: number; readonly date?: number },
): OddRow[] {
  return between.map(({ at, id }, n) => ({
    index: at + n,
    px: id === GHOST_ROW ? px.ghost : id === ADD_ROW ? px.row : id.startsWith('date:') ? (px.date ?? px.line) : px.line,
  }));
}
