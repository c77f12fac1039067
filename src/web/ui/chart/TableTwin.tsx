import type { ReactNode } from 'react';
import { grouped } from '../grouped.ts';

/** A head and rows. */
export type Table = readonly (readonly string[])[];

/** What a cell opens, by its row below the head and its column; null: nothing. */
export type Opens = (row: number, column: number) => (() => void) | null;

interface TableTwinProps {
  readonly title: string;
  readonly unit: string;
  readonly table: Table;
  readonly opens: Opens | undefined;
  /** Its rows stand in their order; else the last one, which is the newest, stands first. */
  readonly isInOrder: boolean;
}

/** So many rows are shown: more would keep everybody waiting, and nobody reads them. */
const MOST_ROWS = 400;

/** A chart as its table. */
export function TableTwin({ title, unit, table: [head = [], ...rows], opens, isInOrder }: TableTwinProps) {
  const cell = (text: string, row: number, column: number): ReactNode => {
    const open = opens?.(row, column);
    if (!open) return text;
    return (
      <button
        type="button"
        className="min-h-6 min-w-6 rounded-small text-start underline decoration-edge-strong underline-offset-2 hover:decoration-ink"
        onClick={open}
      >
        {text}
      </button>
    );
  };
  const order = rows.map((cells, row) => ({ cells, row }));
  const shown = (isInOrder ? order : order.toReversed()).slice(0, MOST_ROWS);
  const lines = shown.map(({ cells: [first = '', ...values], row }) => (
    <tr key={`${first} ${row}`} className="border-t border-edge">
      <th scope="row" className="py-1 text-start font-normal">
        {cell(first, row, 0)}
      </th>
      {values.map((value, at) => (
        <td key={head[at + 1]} className="py-1 ps-2 text-end">
          {cell(value, row, at + 1)}
        </td>
      ))}
    </tr>
  ));
  return (
    <table className="num w-full text-s">
      <caption className="sr-only">{`${title}, ${unit}`}</caption>
      <thead className="sticky top-0 z-1 bg-surface">
        <tr>
          {head.map((name, at) => (
            <th key={name} scope="col" className={at === 0 ? 'py-1 text-start font-medium text-ink-2' : 'py-1 ps-2 text-end font-medium text-ink-2'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{lines}</tbody>
      {rows.length > shown.length && (
        <tfoot>
          <tr className="border-t border-edge">
            <td colSpan={head.length} className="py-1 text-ink-2">{`${grouped(shown.length)} of ${grouped(rows.length)} rows; the CSV has all of them`}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
