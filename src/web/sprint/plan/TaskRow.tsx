import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import { AssigneeCell, KeyCell, StateCell } from '../../backlog/row/ItemRow.tsx';
import { TitleText } from '../../backlog/row/TitleText.tsx';
import { useRecord } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { HoursCells } from './HoursCells.tsx';

const columns =
  'grid h-full grid-cols-[18px_62px_minmax(0,1fr)_auto_22px_24px] items-center gap-2 ps-13 pe-11.5 max-tablet:grid-cols-[18px_minmax(0,1fr)_auto_24px] max-tablet:ps-8 max-tablet:pe-3';

/** A task under its card: what is to be done, how long it takes, how far it is and who does it. */
export function TaskRow({ id, canEdit }: { id: string; canEdit: boolean }) {
  const task = useRecord('item', id);
  if (!task) return null;
  return (
    <div className={columns}>
      <span role="gridcell">
        <TypeMark type={task.type} />
      </span>
      <KeyCell id={id} />
      <span role="gridcell" data-cell="title" className="flex min-w-0">
        <TitleText item={task} canEdit={canEdit} className={cx('max-w-full', task.closedOn !== null && 'text-ink-3 line-through')} />
      </span>
      <HoursCells task={task} canEdit={canEdit} />
      <StateCell item={task} canEdit={canEdit} />
      <AssigneeCell item={task} canEdit={canEdit} />
    </div>
  );
}
