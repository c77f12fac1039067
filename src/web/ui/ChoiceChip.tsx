import { useRef, useState } from 'react';
import { Chip, type ChipProps } from './Chip.tsx';
import { ChoicePopover, type ChoicePopoverProps } from './ChoicePopover.tsx';

type ChoiceChipProps = Pick<ChipProps, 'label' | 'value' | 'icon' | 'isOpenPlace' | 'hint'> &
  Pick<ChoicePopoverProps, 'choices' | 'chosen' | 'isMany' | 'onChoose' | 'noneLabel' | 'onNone'> & {
    /** What is chosen here, over the choices. */
    readonly listLabel: string;
  };

/** A chip that opens what may stand in it. */
export function ChoiceChip({ label, value, icon, isOpenPlace, hint, listLabel, ...choice }: ChoiceChipProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Chip
        ref={ref}
        label={label}
        value={value}
        icon={icon}
        isOpenPlace={isOpenPlace}
        hint={hint}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <ChoicePopover triggerRef={ref} isOpen={isOpen} onOpenChange={setIsOpen} label={listLabel} {...choice} />
    </>
  );
}
