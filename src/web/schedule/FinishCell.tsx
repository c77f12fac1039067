import { cx } from '../ui/cx.ts';
import { wideOnly } from '../backlog/row/columns.ts';
import { useFinish } from './finish-board.ts';

/** By when a row is finished with 85 %: muted while a new day is being worked out, in italics where a pace stands in for history. */
export function FinishCell({ item }: { item: string }) {
  const finish = useFinish(item);
  return (
    <span role="gridcell" data-finish={finish ? (finish.isOld ? 'old' : 'new') : undefined} className={cx('num truncate text-end text-s', wideOnly)}>
      {finish && (
        <span data-tip={finish.tip} className={cx(finish.isOld ? 'text-ink-3' : 'text-ink-2', finish.isAssumed && 'italic')}>
          {finish.text}
        </span>
      )}
    </span>
  );
}
