import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { StateGroup } from '../../domain/backlog/state-group.ts';
import { useToldCommand } from '../app/use-told-command.ts';
import { Button } from '../ui/Button.tsx';
import { InlineText } from '../ui/InlineText.tsx';
import { STATE_NAME } from './state-name.ts';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import { nameProblem } from '../ui/name-problem.ts';

/** One more step of a group, typed where it will stand. */
export function AddState({ product, group }: { product: string; group: StateGroup }) {
  const change = useToldCommand();
  const [isOpen, setIsOpen] = useState(false);
  const add = (name: string) =>
    name.trim() !== '' && change({ verb: 'createState', input: { product, name: name.trim(), group } }, `State ${name.trim()} added`);
  if (isOpen)
    return (
      <span className="flex h-9 items-center px-6">
        <InlineText
          value=""
          label="Name of the state"
          placeholder="What do you call it?"
          isEditing
          onEditingChange={setIsOpen}
          onSave={add}
          problemOf={(text) => (text === '' ? undefined : nameProblem(text, STATE_NAME))}
        />
      </span>
    );
  return (
    <Button
      variant="quiet"
      className="justify-self-start text-ink-2"
      icon={<Plus aria-hidden="true" />}
      aria-label={`Add a state to ${GROUP_NAMES[group]}`}
      onClick={() => setIsOpen(true)}
    >
      Add a state
    </Button>
  );
}
