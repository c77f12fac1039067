import { useState } from 'react';
import { positionOf } from '../../../domain/backlog/move-items.ts';
import { rankedRows } from '../../../domain/backlog/open.ts';
import { useLook } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { grouped } from '../../ui/grouped.ts';

/** Moves items to a position that is written down. */
export function PositionPopover(props: PickerProps) {
  const { triggerRef, isOpen, onOpenChange } = props;
  return (
    <Popover triggerRef={triggerRef} isOpen={isOpen} onOpenChange={onOpenChange} label="Move to position">
      <PositionForm {...props} />
    </Popover>
  );
}

function PositionForm(props: PickerProps) {
  const { items: ids, onOpenChange, onChosen } = props;
  const [first] = usePicked(props);
  const now = useLook((view) => (first ? positionOf(view, first) : null), [first]);
  const rows = useLook((view) => (first ? view.list(rankedRows, first.product).length : 0), [first]);
  const [position, setPosition] = useState<number | null>(null);
  const product = first?.product;
  const refusal = useRefusal(product === undefined ? null : { verb: 'moveItems', input: { product, items: [...ids], place: { position: 1 } } });
  const change = useItemChange(ids);
  const move = () => {
    if (position === null || product === undefined || refusal !== undefined) return;
    change({ verb: 'moveItems', input: { product, items: [...ids], place: { position: Math.round(position) } } }, `position ${grouped(Math.round(position))}`);
    onOpenChange(false);
    onChosen?.();
  };
  return (
    <Form className="grid w-48 gap-3" onSend={move}>
      <NumberField
        label={`Position, of ${grouped(rows)}`}
        min={1}
        max={rows}
        value={position}
        placeholder={now?.toLocaleString('en-GB')}
        autoFocus
        onChange={setPosition}
      />
      <Button variant="primary" type="submit" disabledReason={refusal ?? (position === null ? 'Write a position' : undefined)}>
        Move
      </Button>
    </Form>
  );
}
