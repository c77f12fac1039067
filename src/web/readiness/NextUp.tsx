import { useRef, useState } from 'react';
import { notReadyNextUp } from '../../domain/readiness/mismatch.ts';
import { useCommand, useLook, useMay, useRecord } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Popover } from '../ui/Popover.tsx';
import { DefinitionDialog } from './DefinitionDialog.tsx';

/** How many rows from the top on should be ready, how many of them are not, and what ready means. */
export function NextUp({ product: id }: { product: string }) {
  const product = useRecord('product', id);
  const notReady = useLook((view) => notReadyNextUp(view, id), [id]);
  const canEdit = useMay('edit-product', { in: 'product', id });
  const command = useCommand();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'popover' | 'definition' | null>(null);
  if (!product) return null;
  const says = `next up: ${product.nextUp}${notReady > 0 ? `, ${notReady} not ready` : ''}`;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="dialog"
        data-tip="The first rows, which should be ready"
        onClick={() => setOpen('popover')}
        className="num shrink-0 rounded-control max-tablet:hidden px-1 text-s whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink"
      >
        {says}
      </button>
      <Popover triggerRef={trigger} isOpen={open === 'popover'} onOpenChange={(isOpen) => !isOpen && setOpen(null)} label="Next up" placement="bottom start">
        <div className="grid w-64 gap-3">
          {canEdit ? (
            <NumberField
              label="Rows that are next up"
              hint="They should be ready: those that are not are marked in the list."
              value={product.nextUp}
              min={1}
              max={1000}
              autoFocus
              onEnter={() => setOpen(null)}
              onChange={(nextUp) => nextUp !== null && Number.isInteger(nextUp) && command({ verb: 'updateProduct', input: { product: id, nextUp } })}
            />
          ) : (
            <p>The first {product.nextUp} rows are next up and should be ready.</p>
          )}
          <Button onClick={() => setOpen('definition')}>What ready means</Button>
        </div>
      </Popover>
      {open === 'definition' && <DefinitionDialog product={id} onClose={() => setOpen(null)} />}
    </>
  );
}
