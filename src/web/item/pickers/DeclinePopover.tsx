import { useState } from 'react';
import type { NamedCall } from '../../../domain/verbs.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import type { PickerProps } from './picker.ts';
import { grouped } from '../../ui/grouped.ts';

const LONGEST = 1000;

/** `state`: the one of several that decline; left out: the workflow's first. */
type DeclineProps = PickerProps & { readonly state?: string | null | undefined };

/** No, with a reason that those who asked will read. */
export function DeclinePopover(props: DeclineProps) {
  const { triggerRef, isOpen, onOpenChange } = props;
  return (
    <Popover triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} label="Decline">
      <DeclineForm {...props} />
    </Popover>
  );
}

function DeclineForm({ items: ids, onOpenChange, onChosen, state }: DeclineProps) {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const given = reason.trim();
  const call = (why: string): NamedCall =>
    state ? { verb: 'setState', input: { items: [...ids], state, reason: why } } : { verb: 'declineItems', input: { items: [...ids], reason: why } };
  const refusal = useRefusal(call('?'));
  const change = useItemChange(ids);
  const decline = () => {
    setIsAsked(true);
    if (given === '' || given.length > LONGEST || refusal !== undefined) return;
    change(call(given), 'declined');
    onOpenChange(false);
    onChosen?.();
  };
  return (
    <div className="grid w-72 gap-3">
      <TextField
        label="Why not?"
        autoFocus
        value={reason}
        onChange={setReason}
        onEnter={decline}
        placeholder="Others solve it better"
        error={isAsked && given === '' ? 'A reason is needed' : given.length > LONGEST ? `At most ${grouped(LONGEST)} characters` : undefined}
      />
      <Button variant="primary" disabledReason={refusal} onClick={decline}>
        {ids.length === 1 ? 'Decline' : `Decline ${grouped(ids.length)} items`}
      </Button>
    </div>
  );
}
