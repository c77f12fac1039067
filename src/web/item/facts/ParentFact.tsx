import { Pencil } from 'lucide-react';
import type { Item } from '../../../domain/backlog/item.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useOpener } from '../../ui/use-opener.ts';
import { ItemLink } from '../item-links.tsx';
import { ParentPicker } from '../pickers/ParentPicker.tsx';
import { Fact, PickFact } from './Fact.tsx';

/** The larger item that it is part of: a press goes there, the pencil chooses another. An epic has none. */
export function ParentFact({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const { opener, layer } = useOpener('dialog');
  if (item.type === 'epic') return null;
  if (item.parent === null) return <PickFact item={item.id} label="Parent" kind="parent" canEdit={canEdit} says={null} empty="None" />;
  return (
    <Fact label="Parent">
      <span className="group/fact flex min-w-0 items-center gap-1">
        <ItemLink id={item.parent} isWithKey={false} />
        {canEdit && (
          <IconButton
            {...opener}
            size="s"
            label="Change the parent"
            icon={<Pencil aria-hidden="true" />}
            className="opacity-0 group-focus-within/fact:opacity-100 group-hover/fact:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </span>
      {layer.isOpen && <ParentPicker items={[item.id]} {...layer} />}
    </Fact>
  );
}
