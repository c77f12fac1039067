import { countTo } from './rows.ts';

/** A row that is not as high as the others. */
export type OddRow = { index: number; px: number };

/** Where every row of a long list stands: all rows have one height but for a few. Cost is logarithmic in those few, and never depends on the rest. */
export type RowGeometry = {
  count: number;
  totalPx: number;
  heightOf: (index: number) => number;
  topOf: (index: number) => number;
  /** The row at a distance from the top, held within the list. */
  indexAt: (px: number) => number;
};

export function rowGeometry(count: number, rowPx: number, odd: readonly OddRow[] = []): RowGeometry {
  const sorted = [...odd].filter(({ index }) => index < count).sort((a, b) => a.index - b.index);
  // surplus[i]: how much the first i odd rows add to the even spacing.
  const surplus = [0];
  for (const { px } of sorted) surplus.push((surplus.at(-1) ?? 0) + px - rowPx);

  const oddBefore = (index: number) => countTo(sorted.length, (at) => (sorted[at]?.index ?? 0) < index);
  const topOf = (index: number) => index * rowPx + (surplus[oddBefore(index)] ?? 0);
  const heightOf = (index: number) => {
    const next = sorted[oddBefore(index)];
    return next?.index === index ? next.px : rowPx;
  };
  const indexAt = (px: number) =>
    Math.max(
      0,
      Math.min(
        count - 1,
        countTo(count, (index) => topOf(index) + heightOf(index) <= px),
      ),
    );
  return { count, totalPx: topOf(count), heightOf, topOf, indexAt };
}
