import { useState } from 'react';
import { TextField } from '../ui/TextField.tsx';

/** Where the next phase is named. It is there as soon as it has a step. */
export function AddPhase({ names, onAdd }: { names: readonly string[]; onAdd: (name: string) => void }) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const isThere = names.includes(name);
  const add = () => {
    if (name === '' || isThere) return;
    onAdd(name);
    setTyped('');
  };
  return (
    <TextField
      label="Add a phase"
      isLabelHidden
      placeholder="Add a phase"
      value={typed}
      onChange={setTyped}
      onEnter={add}
      maxLength={60}
      error={isThere ? 'There is a phase of this name' : undefined}
      className="max-w-80"
    />
  );
}
