import type { Item } from '../../../domain/backlog/item.ts';
import type { Mark } from '../../../domain/cutline/mark.ts';
import { useMark } from '../../cutline/use-lines.ts';
import { RowMark } from '../marks/RowMark.tsx';
import { useList } from '../list-state.ts';

const LABELS: Record<Mark, string> = {
  filled: 'In a release, above its line',
  coral: 'In a release whose line does not take it',
  hollow: 'Above a line, in no release',
  none: 'Below every line',
};

/** The row's mark; a click answers why. */
export function MarkCell({ item }: { item: Item }) {
  const mark = useMark(item);
  const set = useList((list) => list.set);
  return (
    <span role="gridcell" data-cell="mark" className="grid place-items-center">
      <button
        type="button"
        tabIndex={-1}
        data-no-drag
        aria-label={`${LABELS[mark]}. Why?`}
        onClick={() => set({ cursor: item.id, why: item.id })}
        className="hit relative grid size-5 place-items-center rounded-small hover:bg-hover"
      >
        <RowMark mark={mark} label={LABELS[mark]} />
      </button>
    </span>
  );
}
