import { useList } from '../backlog/list-state.ts';
import { useMay } from '../store/hooks.ts';
import { listed } from '../ui/rows.ts';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from '../ui/use-opener.ts';
import { useDateRow } from './date-board.ts';
import { DateLineForm } from './DateLineForm.tsx';
import { hiddenText } from './hidden-text.ts';

export interface DateLineRowProps {
  /** Which of the drawn ones it is. */
  readonly id: string;
  readonly product: string;
  readonly isFiltered: boolean;
}

/** A dotted line at a day: what stands above it is done by then. Who plans releases opens it by its tab. */
export function DateLineRow({ id, product, isFiltered }: DateLineRowProps) {
  const told = useDateRow(id, ({ name, says, whole, dateLine }) => JSON.stringify({ name, says, whole, dateLine }));
  const shown = useList((list) => (isFiltered ? list.rows : NONE));
  const hidden = useDateRow(id, ({ taken }) => (isFiltered ? hiddenText(taken, shown) : ''));
  const canPlan = useMay('plan-releases', { in: 'product', id: product });
  const { opener, layer, close } = useOpener('dialog');
  if (told === '') return null;
  const { name, says, whole, dateLine } = JSON.parse(told) as { name: string; says: string; whole: string; dateLine: string | null };
  const look = 'relative max-w-[40%] truncate rounded-control bg-surface px-2 text-s leading-5 font-medium text-line-ink';
  return (
    <div
      role="gridcell"
      data-date-line
      data-no-drag
      className="relative flex h-full items-center gap-2 ps-8.5 pe-4 max-tablet:gap-1.5 max-tablet:px-3 print:break-inside-avoid"
    >
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 border-t border-dotted border-line" />
      {canPlan && dateLine !== null ? (
        <button {...opener} type="button" tabIndex={-1} data-tip={whole} className={`${look} hit hover:bg-hover`}>
          {name}
        </button>
      ) : (
        <span data-tip={whole} className={look}>
          {name}
        </span>
      )}
      <span className="num relative ms-auto bg-surface px-2.5 text-s whitespace-nowrap text-ink-2 max-tablet:min-w-0 max-tablet:truncate max-tablet:px-1">
        {says}
        {hidden}
      </span>
      {dateLine !== null && (
        <Popover {...layer} label={`Date line ${name}`}>
          <DateLineForm product={product} dateLine={dateLine} onDone={close} />
        </Popover>
      )}
    </div>
  );
}

const NONE = listed([]);
