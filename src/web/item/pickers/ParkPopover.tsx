import { useState } from 'react';
import { addDays, type Day } from '../../../domain/kernel/day.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import { shortDay } from '../../ui/format-day.ts';
import { Popover } from '../../ui/Popover.tsx';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { useToday } from '../use-today.ts';
import { usePicked, type PickerProps } from './picker.ts';

/** Not now: parks items until a day, or until somebody brings them back. */
export function ParkPopover(props: PickerProps) {
  const { triggerRef, isOpen, onOpenChange } = props;
  return (
    <Popover triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} label="Park until">
      <ParkForm {...props} />
    </Popover>
  );
}

function ParkForm(props: PickerProps) {
  const [first] = usePicked(props);
  return first ? <ParkFields {...props} product={first.product} /> : null;
}

function ParkFields({ items: ids, onOpenChange, onChosen, product }: PickerProps & { readonly product: string }) {
  const today = useToday(product);
  const [day, setDay] = useState<Day | null>(null);
  const refusal = useRefusal({ verb: 'parkItems', input: { items: [...ids] } });
  const change = useItemChange(ids);
  const park = (until: Day | null) => {
    if (refusal !== undefined) return;
    change({ verb: 'parkItems', input: { items: [...ids], returnOn: until } }, until === null ? 'parked' : `parked until ${shortDay(until, today)}`);
    onOpenChange(false);
    onChosen?.();
  };
  return (
    <Form className="grid w-56 gap-3" onSend={() => park(day)}>
      <DateField
        label="Back on"
        hint="Empty: until somebody brings it back"
        autoFocus
        value={day}
        today={today}
        min={addDays(today, 1)}
        onChange={(next) => setDay(next as Day | null)}
      />
      <Button variant="primary" type="submit" disabledReason={refusal}>
        {day === null ? 'Park' : `Park until ${shortDay(day, today)}`}
      </Button>
    </Form>
  );
}
