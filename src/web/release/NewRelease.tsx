import { useState } from 'react';
import { dayIn, type Day } from '../../domain/kernel/day.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useNow } from '../app/use-now.ts';
import { useCommand, useLook, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Name, goal and, if it is known, the date. */
export function NewRelease({ product, onDone, onMade }: { product: string; onDone: () => void; onMade: (id: string) => void }) {
  const now = useNow();
  const view = useShown();
  const command = useCommand();
  const today = useLook((at) => dayIn(at.get('product', product).zone, now), [product, now]);
  const [name, setName] = useState('');
  const [goal, setGoal] = useState('');
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const [problem, setProblem] = useState<string>();
  const make = () => {
    if (name.trim() === '') return setProblem('A release needs a name.');
    const done = command(
      { verb: 'createRelease', input: { product, name: name.trim(), goal: goal.trim(), dueOn } },
      { toast: `Release ${name.trim()} made`, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void done.shown.then(({ outcome }) => {
      if (outcome !== 'shown') return;
      onDone();
      onMade(done.id(1));
    });
    return undefined;
  };
  return (
    <Form
      className="mx-auto mt-4 flex max-w-262 flex-wrap items-start gap-3 rounded-panel border border-edge p-4 max-tablet:mx-4"
      onSend={make}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={100} autoFocus error={problem} className="w-40" />
      <TextField label="Goal" value={goal} onChange={setGoal} maxLength={500} placeholder="What it is for, in one line" className="min-w-60 flex-1" />
      <DateField label="Date" value={dueOn} today={today} min={today} onChange={(day) => setDueOn(day as Day | null)} className="w-40" />
      <span className="flex gap-2 tablet:mt-5.5">
        <Button variant="quiet" onClick={onDone}>
          Leave it
        </Button>
        <Button variant="primary" type="submit">
          Make release
        </Button>
      </span>
    </Form>
  );
}
