import { useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { CircleSlash, Plus } from 'lucide-react';
import type { ChoicePopoverProps } from '../ChoicePopover.tsx';
import { cx } from '../cx.ts';
import { fuzzyFilter } from '../fuzzy.ts';
import { floating } from './floating.ts';
import { OptionList, type Option } from './OptionList.tsx';

const createId = '\u0000create';
const noneId = '\u0000none';

export function ChoiceLayer(props: ChoicePopoverProps) {
  const { triggerRef, isOpen, onOpenChange, label, placeholder, isMany = false, placement = 'bottom start' } = props;
  const [typed, setTyped] = useState('');
  const options = optionsOf(props, typed);

  const type = (text: string) => {
    if (props.onTyped?.(text) === true) onOpenChange(false);
    else setTyped(text);
  };
  const pick = (id: string) => {
    if (id === createId) props.onCreate?.(typed.trim());
    else if (id === noneId) props.onNone?.();
    else props.onChoose(id);
    setTyped('');
    if (!isMany || id === noneId) onOpenChange(false);
  };

  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={4}
      containerPadding={8}
      className={cx(floating, 'max-w-[calc(100vw-16px)] overflow-hidden', props.isWide === true ? 'w-104' : 'w-72')}
    >
      <Dialog aria-label={label} className="flex max-h-90 min-h-0 flex-col outline-none">
        <OptionList
          label={label}
          placeholder={placeholder ?? label}
          options={options}
          typed={typed}
          onTyped={type}
          onPick={pick}
          nothing="Nothing has this name"
          isMany={isMany}
        />
      </Dialog>
    </Popover>
  );
}

function optionsOf({ choices, chosen, search, noneLabel, onNone, onCreate }: ChoicePopoverProps, typed: string): Option[] {
  const name = typed.trim();
  const fitting = search ? search(name) : fuzzyFilter(name, choices, (choice) => `${choice.label} ${choice.words ?? ''}`);
  const found = fitting.map((choice): Option => ({
    ...choice,
    isChosen: chosen.includes(choice.id),
  }));
  const isKnown = choices.some((choice) => choice.label.toLocaleLowerCase() === name.toLocaleLowerCase());
  return [
    ...(noneLabel !== undefined && onNone && name === '' ? [{ id: noneId, label: noneLabel, icon: <CircleSlash />, isChosen: chosen.length === 0 }] : []),
    ...found,
    ...(onCreate && name !== '' && !isKnown ? [{ id: createId, label: `Create “${name}”`, icon: <Plus /> }] : []),
  ];
}
