import type { OwnItem } from '../../domain/mywork/my-work.ts';
import { nameIn } from '../app/name-in.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { EstimateText } from '../backlog/row/EstimateText.tsx';
import { StateCell } from '../backlog/row/ItemRow.tsx';
import { TitleText } from '../backlog/row/TitleText.tsx';
import { useToday } from '../item/use-today.ts';
import { useLook, useMay, useRecord } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';

/** One of my items: what it is, and what makes it pressing. */
export function WorkRow({ own }: { own: OwnItem }) {
  const item = useRecord('item', own.item);
  const canEdit = useMay('edit-items', { in: 'item', id: own.item });
  const key = useLook((view) => nameIn(view)('item', own.item), [own.item]);
  if (!item) return null;
  return (
    <div className="grid h-full grid-cols-[18px_70px_minmax(0,1fr)_auto_42px_22px] items-center gap-2 ps-8.5 pe-4 max-tablet:grid-cols-[18px_minmax(0,1fr)_40px_24px] max-tablet:px-3">
      <span role="gridcell">
        <TypeMark type={item.type} />
      </span>
      <span role="gridcell" className="truncate font-mono text-s text-ink-3 max-tablet:hidden">
        {key}
      </span>
      <span role="gridcell" data-cell="title" className="flex min-w-0 flex-col justify-center">
        <TitleText item={item} canEdit={canEdit} />
        <span className="hidden truncate text-xs text-ink-2 max-tablet:block">
          <Notes own={own} product={item.product} />
        </span>
      </span>
      <span role="gridcell" className="truncate text-s text-ink-2 max-tablet:hidden">
        <Notes own={own} product={item.product} />
      </span>
      <EstimateText estimate={item.estimate} />
      <StateCell item={item} canEdit={canEdit} />
    </div>
  );
}

/** When it is due, what it waits for, and what waits for it. */
function Notes({ own, product }: { own: OwnItem; product: string }) {
  const today = useToday(product);
  const { blockers, waiting } = useLook(
    (view) => {
      const name = (id: string) => (view.find('item', id) ? nameIn(view)('item', id) : 'work that is not for you to see');
      const withWhom = (id: string) => {
        const who = view.find('item', id)?.assignee;
        return who ? `${name(id)} (${nameIn(view)('member', who)})` : name(id);
      };
      return { blockers: own.blockedBy.map(withWhom), waiting: own.waiting.map(name) };
    },
    [own],
  );
  const notes = [
    ...(blockers.length > 0 ? [`waits for ${some(blockers)}`] : []),
    ...(waiting.length > 0 ? [`${some(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it`] : []),
  ];
  return (
    <>
      {own.dueOn !== null && (
        <span className={cx('num', own.isOverdue && 'font-medium text-line-ink')} data-tip={exactDay(own.dueOn)}>
          {own.isOverdue ? 'was due' : 'due'} {shortDay(own.dueOn, today)}
          {notes.length > 0 && ', '}
        </span>
      )}
      <span data-tip={notes.length > 0 && own.blockedBy.length + own.waiting.length > 2 ? [...blockers, ...waiting].join(', ') : undefined}>
        {notes.join(', ')}
      </span>
    </>
  );
}

/** The first two by name, the rest by number. */
function some(names: readonly string[]): string {
  return names.length <= 2 ? names.join(' and ') : `${names[0]} and ${names.length - 1} more`;
}
