import { useRef, useState } from 'react';
import { ArrowDown, ArrowUp, Ellipsis, X } from 'lucide-react';
import { ITEM_TYPES } from '../../domain/backlog/item-type.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useLook } from '../store/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuButton } from '../ui/Menu.tsx';
import { toasts } from '../ui/toasts.ts';
import { afterClosing } from './after-closing.ts';
import { ItemPicker, type PickKind } from './pickers/ItemPicker.tsx';
import { typeEntries } from './type-entries.tsx';
import { useItemChange } from './use-item-change.ts';
import { useItemMenu } from './use-item-menu.ts';
import { useRefusal } from './use-refusal.ts';

interface PanelHeadProps {
  readonly item: Item;
  readonly canEdit: boolean;
  readonly onClose: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** What it is and what it is called; the way to the next one, and out. */
export function PanelHead({ item, canEdit, onClose, onPrevious, onNext }: PanelHeadProps) {
  const key = useLook((view) => nameIn(view)('item', item.id), [item.id]);
  const more = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<PickKind | 'menu' | null>(null);
  return (
    <div className="flex items-center gap-1.5">
      {canEdit ? <TypeButton item={item} /> : <TypeMark type={item.type} className="mx-1 size-3.5" />}
      <button
        type="button"
        data-tip="Copy the key"
        className="hit relative rounded-small px-1 font-mono text-s text-ink-2 hover:bg-hover"
        onClick={() => void navigator.clipboard.writeText(key).then(() => toasts.show(`Copied ${key}`))}
      >
        {key}
      </button>
      <span className="flex-1" />
      <IconButton label="Previous item" isFramed icon={<ArrowUp aria-hidden="true" />} onClick={onPrevious} />
      <IconButton label="Next item" isFramed icon={<ArrowDown aria-hidden="true" />} onClick={onNext} />
      <IconButton
        ref={more}
        label="More"
        isFramed
        icon={<Ellipsis aria-hidden="true" />}
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        onClick={() => setOpen('menu')}
      />
      <IconButton label="Close" keys="Escape" isFramed icon={<X aria-hidden="true" />} onClick={onClose} />
      {open === 'menu' && (
        <MoreMenu
          item={item.id}
          triggerRef={more}
          onPick={(kind) => afterClosing(() => setOpen(kind))}
          onClose={() => setOpen((now) => (now === 'menu' ? null : now))}
        />
      )}
      {open !== null && open !== 'menu' && (
        <ItemPicker key={open} kind={open} items={[item.id]} triggerRef={more} isOpen onOpenChange={(isOpen) => !isOpen && setOpen(null)} />
      )}
    </div>
  );
}

function MoreMenu({
  item,
  triggerRef,
  onPick,
  onClose,
}: {
  item: string;
  triggerRef: React.RefObject<HTMLButtonElement | null>;
  onPick: (kind: PickKind) => void;
  onClose: () => void;
}) {
  const entries = useItemMenu([item], { onPick });
  return <Menu triggerRef={triggerRef} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} label="Item" entries={entries} placement="bottom end" />;
}

/** The type mark as a button: what it is can be changed, as far as parent and children allow. */
function TypeButton({ item }: { item: Item }) {
  const change = useItemChange([item.id]);
  const refusals = {
    epic: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'epic' } }),
    feature: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'feature' } }),
    story: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'story' } }),
    bug: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'bug' } }),
    chore: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'chore' } }),
    task: useRefusal({ verb: 'updateItems', input: { items: [item.id], type: 'task' } }),
  };
  const entries = typeEntries(ITEM_TYPES, {
    current: item.type,
    refusals,
    onChoose: (type) => change({ verb: 'updateItems', input: { items: [item.id], type } }, `now ${type === 'epic' ? 'an' : 'a'} ${type}`),
  });
  return (
    <MenuButton
      label="Type"
      entries={entries}
      trigger={(opener) => (
        <button
          type="button"
          {...opener}
          aria-label={`Type: ${item.type}`}
          data-tip="Change the type"
          className="hit relative -ms-1 grid size-5.5 place-items-center rounded-small hover:bg-hover"
        >
          <TypeMark type={item.type} label="" />
        </button>
      )}
    />
  );
}
