import type { ReactNode } from 'react';
import { Select } from '../ui/Select.tsx';
import { cell, head } from './table-look.ts';

export interface Meaning {
  /** As the file writes it. */
  readonly from: string;
  readonly rows: number | undefined;
  /** What it is taken for. */
  readonly means: string;
  readonly mark: ReactNode;
  /** A sentence where the grounds are not the name. */
  readonly why: string | null | undefined;
}

/** Each name of one kind in the file, how often it stands there, and what it means here. */
export function MeaningTable({
  meanings,
  options,
  onChange,
}: {
  meanings: readonly Meaning[];
  options: readonly { id: string; label: string }[];
  onChange: (from: string, means: string) => void;
}) {
  return (
    <table className="w-full">
      <thead>
        <tr>
          <th className={head}>In the file</th>
          <th className={head}>Rows</th>
          <th className={head}>Means here</th>
          <th className={head}>
            <span className="sr-only">Why</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {meanings.map(({ from, rows, means, mark, why }) => (
          <tr key={from} className="border-t border-edge">
            <td className={cell}>{from}</td>
            <td className={`${cell} num text-ink-2`}>{rows?.toLocaleString('en-GB')}</td>
            <td className={cell}>
              <span className="flex items-center gap-2">
                {mark}
                <Select label={`${from} means`} isLabelHidden value={means} options={options} onChange={(to) => onChange(from, to)} />
              </span>
            </td>
            <td className={`${cell} text-s text-ink-2`}>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
