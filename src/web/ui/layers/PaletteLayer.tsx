import { useState } from 'react';
import { Dialog } from 'react-aria-components';
import type { CommandPaletteProps } from '../CommandPalette.tsx';
import { fuzzyFilter } from '../fuzzy.ts';
import { ModalFrame } from './DialogLayer.tsx';
import { OptionList } from './OptionList.tsx';

export function PaletteLayer({ isOpen, onClose, commands, onTyped, placeholder = 'What do you want to do?' }: CommandPaletteProps) {
  const [typed, setTyped] = useState('');
  const found = fuzzyFilter(typed, commands, ({ name, sentence = '' }) => `${name} ${sentence}`);
  return (
    <ModalFrame isOpen={isOpen} onClose={onClose} className="w-160">
      <Dialog aria-label="Commands" className="flex h-[min(440px,60vh)] min-h-0 flex-col outline-none">
        <OptionList
          isLarge
          label="Commands"
          placeholder={placeholder}
          options={found.map(({ id, name, sentence, keys, icon, disabledReason }) => ({ id, label: name, hint: sentence, keys, icon, disabledReason }))}
          typed={typed}
          onTyped={(text) => {
            setTyped(text);
            onTyped?.(text);
          }}
          onPick={(id) => {
            onClose();
            commands.find((command) => command.id === id)?.run();
          }}
          nothing="Nothing has these words"
        />
      </Dialog>
    </ModalFrame>
  );
}
