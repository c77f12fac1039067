import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Form } from '../ui/Form.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from './use-opener.ts';

export interface NumberChipProps {
  /** What is set, said in full: `Hours a day of Ada`. */
  readonly name: string;
  /** Before the value: `WIP limit`. */
  readonly label?: string | undefined;
  readonly value: number | null;
  /** The value in words. */
  readonly shown: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Whether it may be left empty. */
  readonly mayBeNone?: boolean;
  readonly hint?: string | undefined;
  readonly canEdit: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A number that is set where it stands: by a click, the digits and Enter. */
export function NumberChip({ name, label, value, shown, canEdit, ...field }: NumberChipProps) {
  const { opener, layer, close } = useOpener('dialog');
  if (!canEdit)
    return (
      <span className="num text-s whitespace-nowrap text-ink-2">
        {label} {shown}
      </span>
    );
  return (
    <>
      <Chip {...opener} label={label} value={<span className="num">{shown}</span>} isOpenPlace={value === null} hint={name} />
      <Popover {...layer} label={name}>
        <NumberForm {...field} name={name} value={value} onClose={close} />
      </Popover>
    </>
  );
}

type NumberFormProps = Pick<NumberChipProps, 'name' | 'value' | 'unit' | 'min' | 'max' | 'mayBeNone' | 'hint' | 'onChange'> & { readonly onClose: () => void };

function NumberForm({ name, value, unit, min, max, mayBeNone = false, hint, onChange, onClose }: NumberFormProps) {
  const [next, setNext] = useState(value);
  const isMissing = next === null && !mayBeNone;
  const set = () => {
    if (isMissing) return;
    onClose();
    if (next !== value) onChange(next);
  };
  return (
    <Form className="flex items-start gap-2" onSend={set}>
      <NumberField label={name} value={next} onChange={setNext} unit={unit} min={min} max={max} hint={hint} autoFocus className="w-44" />
      <Button variant="primary" type="submit" className="mt-5" disabledReason={isMissing ? 'Write a number' : undefined}>
        Set
      </Button>
    </Form>
  );
}
