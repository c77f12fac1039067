import { canLead } from '../../domain/kernel/permission.ts';
import { membersByName } from '../../domain/member/member.ts';
import { useLook, useRecord } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { ChoiceChip } from '../ui/ChoiceChip.tsx';

interface PersonChipProps {
  /** The part before the name. */
  readonly label?: string;
  /** What is chosen: `Who sees to it`. */
  readonly listLabel: string;
  readonly person: string | null;
  /** What stands there while it is nobody. */
  readonly nobody: string;
  readonly onChoose: (person: string | null) => void;
}

/** Somebody of those who plan and work here, or nobody, chosen in one line. */
export function PersonChip({ label, listLabel, person, nobody, onChoose }: PersonChipProps) {
  const chosen = useRecord('member', person);
  const people = useLook((view) => [...view.list(membersByName, 'all')].filter(({ role }) => canLead(role)), []);
  return (
    <ChoiceChip
      label={label}
      listLabel={listLabel}
      value={chosen?.name ?? nobody}
      isOpenPlace={!chosen}
      chosen={person === null ? [] : [person]}
      choices={people.map(({ id, name }) => ({ id, label: name, icon: <Avatar name={name} isDecorative /> }))}
      onChoose={onChoose}
      noneLabel="Nobody"
      onNone={() => onChoose(null)}
    />
  );
}
