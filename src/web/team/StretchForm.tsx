import { useState } from 'react';
import type { Day } from '../../domain/kernel/day.ts';
import type { Stretch } from '../../domain/team/working-days.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Free days to add, with a name where they have one; without an end it is one day. */
export function StretchForm({ today, isNamed = false, onAdd }: { today: Day; isNamed?: boolean; onAdd: (added: Stretch & { name: string }) => void }) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(null);
  const [to, setTo] = useState<Day | null>(null);
  const [round, setRound] = useState(0);
  const [isTried, setIsTried] = useState(false);
  const isBackwards = from !== null && to !== null && to < from;
  const add = () => {
    setIsTried(true);
    if (from === null || isBackwards || (isNamed && name.trim() === '')) return;
    setIsTried(false);
    onAdd({ name: name.trim(), from, to: to ?? from });
    setName('');
    setFrom(null);
    setTo(null);
    setRound(round + 1);
  };
  return (
    <Form key={round} className="flex flex-wrap items-start gap-2" onSend={add}>
      {isNamed && (
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={isTried && name.trim() === '' ? 'Give it a name' : undefined}
          className="min-w-32 flex-1 basis-full"
        />
      )}
      <DateField
        label="First day"
        value={from}
        today={today}
        near={today}
        error={isTried && from === null ? 'Say the first day' : undefined}
        onChange={(day) => setFrom(day as Day | null)}
        className="min-w-0 flex-1"
      />
      <DateField
        label="Last day"
        value={to}
        today={today}
        near={from ?? today}
        error={isBackwards ? 'The end is before the start' : undefined}
        onChange={(day) => setTo(day as Day | null)}
        className="min-w-0 flex-1"
      />
      <Button variant="primary" type="submit" className="mt-5">
        Add
      </Button>
    </Form>
  );
}
