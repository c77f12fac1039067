import type { Item } from '../../../domain/backlog/item.ts';
import { useReason } from '../../cutline/use-lines.ts';
import { useCommand } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { useList } from '../list-state.ts';

/** The title, edited where it stands, and beside it in a few words why the line does not take the row. */
export function TitleCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const isEditing = useList((list) => list.open?.kind === 'title' && list.open.row === item.id);
  const set = useList((list) => list.set);
  const command = useCommand();
  const { reason, isMuted, isCoral } = useReason(item);
  return (
    <span
      role="gridcell"
      data-cell="title"
      className="flex min-w-0 items-center gap-2 max-tablet:flex-col max-tablet:items-start max-tablet:justify-center max-tablet:gap-0"
    >
      <InlineText
        value={item.title}
        label="Title"
        isReadOnly={!canEdit}
        isEditing={isEditing}
        onEditingChange={(open) => set({ open: open ? { kind: 'title', row: item.id, items: [item.id] } : null })}
        onSave={(title) => command({ verb: 'updateItems', input: { items: [item.id], title } })}
        onDone={() => document.querySelector<HTMLElement>('[data-row-scroller]')?.focus()}
        problemOf={(text) => (text.trim() === '' ? 'A title is needed' : text.length > 500 ? 'At most 500 characters' : undefined)}
        className={cx('max-w-full', isMuted && 'text-ink-2')}
      />
      {reason !== null && !isEditing && (
        <span
          className={cx('shrink-0 rounded-small px-1.5 text-xs leading-4.5 whitespace-nowrap', isCoral ? 'bg-line-soft text-line-ink' : 'bg-sunken text-ink-2')}
        >
          {reason}
        </span>
      )}
    </span>
  );
}
