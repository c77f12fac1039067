import { useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import type { Item } from '../../../domain/backlog/item.ts';
import { Menu } from '../../ui/Menu.tsx';
import { afterClosing } from '../after-closing.ts';
import { LINK_KINDS, LINK_NAMES, type LinkKind } from '../link-kind.ts';
import { ItemPicker } from '../pickers/ItemPicker.tsx';
import { Fact, valueLook } from './Fact.tsx';

/** What is seldom said: a due date, a promised one, what it takes of other teams, a link. */
export type AddedFact = 'due' | 'promise' | 'teams' | LinkKind;

interface AddFactProps {
  readonly item: Item;
  readonly canPromise: boolean;
  readonly canNeedTeams: boolean;
  readonly onAdd: (what: AddedFact) => void;
}

/** What is seldom said of an item, behind one small button. */
export function AddFact({ item, canPromise, canNeedTeams, onAdd }: AddFactProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'menu' | 'tags' | 'category' | null>(null);
  return (
    <Fact label="">
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        onClick={() => setOpen('menu')}
        className={`${valueLook} text-ink-3 hover:text-ink`}
      >
        <Plus aria-hidden="true" className="size-3" />
        Tag, date, link
      </button>
      <Menu
        triggerRef={trigger}
        isOpen={open === 'menu'}
        onOpenChange={(isOpen) => setOpen((now) => (isOpen ? 'menu' : now === 'menu' ? null : now))}
        label="Add"
        entries={[
          { id: 'tags', label: 'Tags…', keys: 'L', run: () => afterClosing(() => setOpen('tags')) },
          ...(item.category === null ? [{ id: 'category', label: 'Category…', run: () => afterClosing(() => setOpen('category')) }] : []),
          ...(item.dueOn === null ? [{ id: 'due', label: 'Due date…', run: () => afterClosing(() => onAdd('due')) }] : []),
          ...(canPromise && item.promisedOn === null ? [{ id: 'promise', label: 'Promised date…', run: () => afterClosing(() => onAdd('promise')) }] : []),
          ...(canNeedTeams ? [{ id: 'teams', label: 'Estimate for another team…', run: () => afterClosing(() => onAdd('teams')) }] : []),
          { id: 'links', heading: null },
          ...LINK_KINDS.map((kind) => ({ id: kind, label: `${LINK_NAMES[kind]}…`, run: () => afterClosing(() => onAdd(kind)) })),
        ]}
      />
      {(open === 'tags' || open === 'category') && (
        <ItemPicker kind={open} items={[item.id]} triggerRef={trigger} isOpen onOpenChange={(isOpen) => !isOpen && setOpen(null)} />
      )}
    </Fact>
  );
}
