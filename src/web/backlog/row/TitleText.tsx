import type { Item } from '../../../domain/backlog/item.ts';
import { useCommand } from '../../store/hooks.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { useList } from '../list-state.ts';

/** An item's title, edited where it stands. */
export function TitleText({ item, canEdit, className }: { item: Item; canEdit: boolean; className?: string | undefined }) {
  const isEditing = useList((list) => list.open?.kind === 'title' && list.open.row === item.id);
  const set = useList((list) => list.set);
  const command = useCommand();
  return (
    <InlineText
      value={item.title}
      label="Title"
      isReadOnly={!canEdit}
      isEditing={isEditing}
      onEditingChange={(open) => set({ open: open ? { kind: 'title', row: item.id, items: [item.id] } : null })}
      onSave={(title) => command({ verb: 'updateItems', input: { items: [item.id], title } })}
      onDone={() => document.querySelector<HTMLElement>('[data-row-scroller]')?.focus()}
      problemOf={(text) => (text.trim() === '' ? 'A title is needed' : text.length > 500 ? 'At most 500 characters' : undefined)}
      className={className}
    />
  );
}
