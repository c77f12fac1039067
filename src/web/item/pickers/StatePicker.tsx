import { statesOf } from '../../../domain/backlog/state.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { useLook } from '../../store/hooks.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

/** Puts items in a state of their product's workflow. Declining has a way of its own, because it asks for a reason. */
export function StatePicker(props: PickerProps & { readonly onDecline: (state: string) => void }) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen, onDecline } = props;
  const items = usePicked(props);
  const product = items[0]?.product;
  const states = useLook((view) => (product === undefined ? [] : [...view.list(statesOf, product)]), [product]);
  const refusal = useRefusal(isOpen && states[0] ? { verb: 'setState', input: { items: [...ids], state: states[0].id } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, (item) => [item.state]);
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="State"
      choices={states.map(({ id, name, group }) => ({
        id,
        label: name,
        icon: <StateMark group={group} label="" />,
        hint: hintOf(id),
        disabledReason: refusal,
      }))}
      chosen={all}
      onChoose={(id) => {
        const state = states.find((known) => known.id === id);
        if (state?.group === 'declined') return onDecline(state.id);
        change({ verb: 'setState', input: { items: [...ids], state: id } }, state?.name ?? '');
        return onChosen?.();
      }}
    />
  );
}
