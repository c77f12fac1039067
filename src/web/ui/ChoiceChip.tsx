import { Chip, type ChipProps } from './Chip.tsx';
import { ChoicePopover, type ChoicePopoverProps } from './ChoicePopover.tsx';
import { useOpener } from './use-opener.ts';

type ChoiceChipProps = Pick<ChipProps, 'label' | 'value' | 'icon' | 'isOpenPlace' | 'hint'> &
  Pick<ChoicePopoverProps, 'choices' | 'chosen' | 'isMany' | 'onChoose' | 'noneLabel' | 'onNone'> & {
    /** What is chosen here, over the choices. */
    readonly listLabel: string;
  };

/** A chip that opens what may stand in it. */
export function ChoiceChip({ label, value, icon, isOpenPlace, hint, listLabel, ...choice }: ChoiceChipProps) {
  const { opener, layer } = useOpener('listbox');
  return (
    <>
      <Chip {...opener} label={label} value={value} icon={icon} isOpenPlace={isOpenPlace} hint={hint} />
      <ChoicePopover {...layer} label={listLabel} {...choice} />
    </>
  );
}
