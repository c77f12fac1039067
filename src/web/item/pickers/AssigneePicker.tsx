import { canLead } from '../../../domain/kernel/permission.ts';
import { membersByName, type Member } from '../../../domain/member/member.ts';
import { useLook, useMe } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

/** Gives items to somebody: oneself first, then those who work here, then those who were only named. */
export function AssigneePicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const me = useMe().member;
  const items = usePicked(props);
  const people = useLook((view) => (isOpen ? [...view.list(membersByName, 'all')].sort((a, b) => placeOf(a, me) - placeOf(b, me)) : []), [isOpen, me]);
  const refusal = useRefusal(isOpen ? { verb: 'updateItems', input: { items: [...ids], assignee: null } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ assignee }) => [assignee]);
  const assign = (assignee: string | null, says: string) => {
    change({ verb: 'updateItems', input: { items: [...ids], assignee } }, says);
    onChosen?.();
  };
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Assignee"
      choices={people.map(({ id, name }) => ({
        id,
        label: name,
        icon: <Avatar name={name} isDecorative />,
        hint: hintOf(id) ?? (id === me ? 'me' : undefined),
        words: id === me ? 'me' : undefined,
        disabledReason: refusal,
      }))}
      chosen={all}
      onChoose={(id) => assign(id, `for ${people.find((person) => person.id === id)?.name}`)}
      noneLabel={refusal === undefined ? 'Nobody' : undefined}
      onNone={() => assign(null, 'for nobody')}
    />
  );
}

const placeOf = ({ id, role }: Member, me: string): number => (id === me ? 0 : canLead(role) ? 1 : role !== null ? 2 : 3);
