import { ITEM_TYPES, type ItemType } from '../../domain/backlog/item-type.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Recognition } from '../../io/recognise.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { MeaningTable } from './MeaningTable.tsx';

const OPTIONS = ITEM_TYPES.map((id) => ({ id, label: id[0]!.toUpperCase() + id.slice(1) }));

/** Each type of the file, and what it becomes. */
export function TypeTable({ mapping, found, onChange }: { mapping: Mapping; found: Recognition['types']; onChange: (mapping: Mapping) => void }) {
  const set = (from: string, type: ItemType) => onChange({ ...mapping, types: mapping.types.map((one) => (one.from === from ? { from, type } : one)) });
  const seen = new Map(found.map((one) => [one.from, one]));
  const meanings = mapping.types.map(({ from, type }) => ({
    from,
    rows: seen.get(from)?.rows,
    means: type,
    mark: <TypeMark type={type} />,
    why: seen.get(from)?.why,
  }));
  return <MeaningTable meanings={meanings} options={OPTIONS} onChange={(from, type) => set(from, type as ItemType)} />;
}
