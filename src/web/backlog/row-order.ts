import type { View } from '../../domain/collections.ts';
import type { OddRow } from '../ui/row-geometry.ts';

/** A line to be drawn among the rows: under `after`; one that takes nothing stands with the line before it, the first at the top. */
export interface PlacedLine {
  readonly id: string;
  readonly after: string | null;
}

/** How a row that is no item is named among the rows. */
export const lineRowId = (line: string): string => `line:${line}`;
export const GHOST_ROW = 'ghost:line';
export const isItemRow = (id: string): boolean => !id.startsWith('line:') && id !== GHOST_ROW;

/**
 * The rows of the list with the lines among them. A line stands after the last shown row that it takes or that ranks above it: a filter hides
 * rows but never moves the line. `shown` is in rank order.
 */
export function withLines(view: View, shown: readonly string[], lines: readonly PlacedLine[]): string[] {
  if (lines.length === 0) return [...shown];
  const places: { id: string; at: number }[] = [];
  for (const line of lines) places.push({ id: lineRowId(line.id), at: line.after === null ? (places.at(-1)?.at ?? 0) : placeUnder(view, shown, line.after) });
  places.sort((a, b) => a.at - b.at);
  const rows: string[] = [];
  let next = 0;
  for (const { id, at } of places) {
    for (; next < at; next++) rows.push(shown[next]!);
    rows.push(id);
  }
  for (; next < shown.length; next++) rows.push(shown[next]!);
  return rows;
}

/** How many shown rows rank at or above an item, which may itself be hidden. */
function placeUnder(view: View, shown: readonly string[], item: string): number {
  const rank = view.get('item', item).rank;
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (view.get('item', shown[middle]!).rank <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows that are of another height, for the list's geometry. */
export function oddRows(rows: readonly string[], linePx: number, ghostPx: number): OddRow[] {
  return rows.flatMap((id, index) => (isItemRow(id) ? [] : [{ index, px: id === GHOST_ROW ? ghostPx : linePx }]));
}
