import { useState } from 'react';
import type { Day } from '../../domain/kernel/day.ts';
import { MILESTONE_KINDS, type Milestone, type MilestoneKind } from '../../domain/release/milestone.ts';
import type { Release } from '../../domain/release/release.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Form } from '../ui/Form.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { KIND_NAMES } from './milestone-kinds.ts';

interface MilestoneFormProps {
  readonly release: Release;
  readonly milestone?: Milestone;
  readonly onSave: (values: Pick<Milestone, 'name' | 'on' | 'kind'>) => NamedCall;
  readonly onDone: () => void;
}

/** What it is called, when it is, and of which kind. */
export function MilestoneForm({ release, milestone, onSave, onDone }: MilestoneFormProps) {
  const command = useCommand();
  const view = useShown();
  const today = useToday(release.product);
  const [name, setName] = useState(milestone?.name ?? '');
  const [on, setOn] = useState<Day | null>(milestone?.on ?? release.dueOn);
  const [kind, setKind] = useState<MilestoneKind>(milestone?.kind ?? 'external');
  const [problem, setProblem] = useState<string>();
  const save = () => {
    if (name.trim() === '') return setProblem('A milestone needs a name.');
    if (on === null) return setProblem('A milestone needs a day.');
    const toast = milestone ? `${name.trim()} changed` : `${name.trim()} is a milestone of ${release.name}`;
    const done = command(onSave({ name: name.trim(), on, kind }), { toast, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) });
    void done.shown.then(({ outcome }) => outcome === 'shown' && onDone());
    return undefined;
  };
  return (
    <Form aria-label="Milestone" className="flex flex-wrap items-start gap-3 py-1.5" onSend={save} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextField label="Name" value={name} onChange={setName} maxLength={200} autoFocus error={problem} className="min-w-40 flex-1" />
      <DateField label="Day" value={on} today={today} onChange={(day) => setOn(day as Day | null)} className="w-40" />
      <Select
        label="Kind"
        value={kind}
        options={MILESTONE_KINDS.map((id) => ({ id, label: KIND_NAMES[id] }))}
        onChange={(id) => setKind(id as MilestoneKind)}
      />
      <span className="flex gap-2 tablet:mt-5.5">
        <Button variant="quiet" onClick={onDone}>
          Leave it
        </Button>
        <Button variant="primary" type="submit">
          Save
        </Button>
      </span>
    </Form>
  );
}
