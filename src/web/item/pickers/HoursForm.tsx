import { useState } from 'react';
import { withHours, type Hours } from '../../../domain/estimation/hours.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';

const NONE: Hours = { kind: 'hours', original: null, remaining: null, spent: null };

/** Hours of work: as first thought, still to do, and done. */
export function HoursForm({ value, onSave }: { value: Hours | null; onSave: (hours: Hours | null) => void }) {
  const [hours, setHours] = useState(value ?? NONE);
  const save = () => onSave(withHours(value, hours));
  const field = (name: 'original' | 'remaining' | 'spent', label: string) => (
    <NumberField
      label={label}
      unit="h"
      max={100_000}
      value={hours[name]}
      autoFocus={name === 'original'}
      onChange={(amount) => setHours({ ...hours, [name]: amount })}
    />
  );
  return (
    <Form className="grid w-48 gap-2.5" onSend={save}>
      {field('original', 'As first thought')}
      {field('remaining', 'Still to do')}
      {field('spent', 'Spent')}
      <Button variant="primary" type="submit">
        Set hours
      </Button>
    </Form>
  );
}
