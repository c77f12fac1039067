import { STATE_GROUPS, type StateGroup } from '../../domain/backlog/state-group.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Recognition } from '../../io/recognise.ts';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import { StateMark } from '../backlog/marks/StateMark.tsx';
import { MeaningTable } from './MeaningTable.tsx';

type ImportedGroup = Exclude<StateGroup, 'triage'>;
const GROUPS = STATE_GROUPS.filter((group) => group !== 'triage').map((id) => ({ id, label: GROUP_NAMES[id] }));

/** Each state of the file, and what it means here. */
export function StateTable({ mapping, found, onChange }: { mapping: Mapping; found: Recognition['states']; onChange: (mapping: Mapping) => void }) {
  const set = (from: string, group: ImportedGroup) =>
    onChange({ ...mapping, states: mapping.states.map((state) => (state.from === from ? { ...state, group } : state)) });
  const seen = new Map(found.map((state) => [state.from, state]));
  const meanings = mapping.states.map(({ from, group }) => ({
    from,
    rows: seen.get(from)?.rows,
    means: group,
    mark: <StateMark group={group} label="" />,
    why: seen.get(from)?.why,
  }));
  return <MeaningTable meanings={meanings} options={GROUPS} onChange={(from, group) => set(from, group as ImportedGroup)} />;
}
