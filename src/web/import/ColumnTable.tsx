import type { Mapping } from '../../io/mapping.ts';
import type { ColumnProposal } from '../../io/recognise.ts';
import { TARGET_LABELS, TARGETS, type Target } from '../../io/target.ts';
import { Select } from '../ui/Select.tsx';
import { cell, head } from './table-look.ts';
import { grouped } from '../ui/grouped.ts';

const OPTIONS = [{ id: '', label: 'not taken' }, ...TARGETS.map((id) => ({ id, label: TARGET_LABELS[id] }))];

/** Each column of the file, what stands in it, and what it becomes. */
export function ColumnTable({ mapping, found, onChange }: { mapping: Mapping; found: readonly ColumnProposal[]; onChange: (mapping: Mapping) => void }) {
  const target = (name: string) => mapping.columns.find((column) => column.name === name)?.target ?? '';
  const set = (name: string, to: string) =>
    onChange({ ...mapping, columns: mapping.columns.map((column) => (column.name === name ? { name, target: to === '' ? null : (to as Target) } : column)) });
  const filled = found.filter((column) => column.filled > 0);
  return (
    <table className="w-full text-start">
      <thead>
        <tr>
          <th className={head}>Column</th>
          <th className={head}>Filled</th>
          <th className={head}>For example</th>
          <th className={head}>Becomes</th>
        </tr>
      </thead>
      <tbody>
        {filled.map(({ name, times, filled: count, sample }) => (
          <tr key={name} className="border-t border-edge">
            <td className={cell}>
              <span className="block max-w-60 truncate" title={name}>
                {name}
                {times > 1 && <span className="num text-ink-3"> × {times}</span>}
              </span>
            </td>
            <td className={`${cell} num text-ink-2`}>{grouped(count)}</td>
            <td className={cell}>
              <span className="block max-w-80 truncate text-ink-2" title={sample}>
                {sample}
              </span>
            </td>
            <td className={cell}>
              <Select label={`${name} becomes`} isLabelHidden value={target(name)} options={OPTIONS} onChange={(to) => set(name, to)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
