import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TypeMark } from './marks/TypeMark.tsx';
import { placeOfPasted } from './list-state.ts';
import type { Pasted } from './paste-lines.ts';
import { usePasting } from './pasting.ts';
import { useAddItems } from './use-add-items.ts';
import { grouped } from '../ui/grouped.ts';

const MOST_SHOWN = 12;

/** A long pasted list before it is added: how much it is, and how it begins. */
export function PasteDialog({ product }: { product: string }) {
  const asked = usePasting((pasting) => pasting.asked);
  return asked && <Asked product={product} pasted={asked} />;
}

function Asked({ product, pasted: { items, cut } }: { product: string; pasted: Pasted }) {
  const ask = usePasting((pasting) => pasting.ask);
  const add = useAddItems(product);
  const count = grouped(items.length);
  const close = () => ask(null);
  return (
    <Dialog
      title={`Add ${count} items`}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            autoFocus
            variant="primary"
            onClick={() => {
              close();
              add(items, placeOfPasted());
            }}
          >
            Add {count} items
          </Button>
        </>
      }
    >
      <ul aria-label="The first of them" className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        {items.slice(0, MOST_SHOWN).map(({ title, type = 'story' }, at) => (
          <li key={at} className="flex min-w-0 h-row items-center gap-2 border-b border-edge last:border-0">
            <TypeMark type={type} />
            <span className="min-w-0 truncate" dir="auto" title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      <p className="num mt-2 text-s text-ink-2">
        {items.length > MOST_SHOWN && `and ${grouped(items.length - MOST_SHOWN)} more. `}
        {cut > 0 && `${grouped(cut)} ${cut === 1 ? 'line is' : 'lines are'} longer than 500 characters and will be cut.`}
      </p>
    </Dialog>
  );
}
