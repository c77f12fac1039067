import type { Item } from '../../../domain/backlog/item.ts';
import { useReason } from '../../cutline/use-lines.ts';
import { RowChance } from '../../cutline/RowChance.tsx';
import { cx } from '../../ui/cx.ts';
import { useList } from '../list-state.ts';
import { TitleText } from './TitleText.tsx';

/** The title, edited where it stands, and beside it in a few words why the line does not take the row. */
export function TitleCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const isEditing = useList((list) => list.open?.kind === 'title' && list.open.row === item.id);
  const { reason, isMuted, isCoral } = useReason(item);
  return (
    <span
      role="gridcell"
      data-cell="title"
      className="flex min-w-0 items-center gap-2 max-tablet:flex-col max-tablet:items-start max-tablet:justify-center max-tablet:gap-0"
    >
      <TitleText item={item} canEdit={canEdit} className={cx('max-w-full', isMuted && 'text-ink-2')} />
      {reason !== null && !isEditing && (
        <span
          title={reason}
          className={cx(
            'shrink-0 rounded-small px-1.5 text-xs leading-4.5 whitespace-nowrap max-tablet:max-w-full max-tablet:truncate',
            isCoral ? 'bg-line-soft text-line-ink' : 'bg-sunken text-ink-2',
          )}
        >
          {reason}
        </span>
      )}
      {!isEditing && <RowChance item={item} />}
    </span>
  );
}
