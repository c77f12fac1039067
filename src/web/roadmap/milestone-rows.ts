/** So wide is a letter of a label, generously; and a mark with the day behind the name. */
const LETTER_PX = 7;
const REST_PX = 90;

/** The row in which each label stands, from 0, so that none covers another: the first in which there is room. */
export function milestoneRows(labels: readonly { readonly fromPx: number; readonly letters: number }[]): number[] {
  const ends: number[] = [];
  const rows: number[] = [];
  const order = labels.map((label, at) => ({ ...label, at })).toSorted((a, b) => a.fromPx - b.fromPx);
  for (const { fromPx, letters, at } of order) {
    const free = ends.findIndex((end) => end <= fromPx);
    const row = free < 0 ? ends.length : free;
    ends[row] = fromPx + letters * LETTER_PX + REST_PX;
    rows[at] = row;
  }
  return rows;
}
