import { z } from 'zod';
import { rankedRows } from '../backlog/open.ts';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { cutLines } from './cut-line.ts';
import type { Line, Lines } from './line.ts';
import { markOf, type RowOnLines } from './mark.ts';

/** The lines of a product as the API gives them, with a page of its rows in rank order. */
export interface CutlineAnswer extends Pick<Lines, 'unit' | 'guessed'> {
  readonly lines: readonly Omit<Line, 'taken'>[];
  readonly rows: readonly RowOnLines[];
  /** The row to go on after; null on the last page. */
  readonly next: string | null;
}

export const cutline = reading({
  name: 'cutline',
  does: 'Where the lines of a product fall, and what each row shows of them.',
  route: '/products/{product}/cutline',
  input: z.strictObject({ product: ref('product'), limit: z.int().min(1).max(500).default(100), after: ref('item').optional() }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of(view, { product, limit, after }, asking): CutlineAnswer {
    const { unit, guessed, lines, ...rest } = cutLines(view, product, asking);
    const page = rowsAfter(view, { product, limit, after });
    const rows = page.map((row) => markOf(view, { unit, guessed, lines, ...rest }, row));
    const next = page.length === limit ? page.at(-1)!.id : null;
    return { unit, guessed, lines: lines.map(withoutRows), rows, next };
  },
});

/** The rows that a line takes are told by the rows themselves. */
const withoutRows = ({ id, release, date, window, teams, after, guessed, fill, takeOut }: Line): Omit<Line, 'taken'> => ({
  id,
  release,
  date,
  window,
  teams,
  after,
  guessed,
  fill,
  takeOut,
});

/** A page of a product's rows in rank order, from the one after a row. */
export function rowsAfter(view: View, { product, limit, after }: { product: string; limit: number; after: string | undefined }) {
  const list = view.list(rankedRows, product);
  const start = after === undefined ? 0 : placeAfter(view, product, after);
  const rows = [];
  for (const row of list.from(start)) {
    if (rows.length === limit) break;
    rows.push(row);
  }
  return rows;
}

/** One past a row; where a row that has no place any more would stand. */
function placeAfter(view: View, product: string, id: string): number {
  const item = view.get('item', id);
  const place = view.placeOf(rankedRows, product, item);
  return view.list(rankedRows, product).at(place)?.id === id ? place + 1 : place;
}
