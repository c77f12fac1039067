import { useState } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import { dateLinesOf, type DateLine } from '../../domain/cutline/date-line.ts';
import { shownDays } from '../../domain/cutline/shown-days.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { useList } from '../backlog/list-state.ts';
import { dateRowId } from '../backlog/row-order.ts';
import { useToday } from '../item/use-today.ts';
import { useCommand, useLook, useMay } from '../store/hooks.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Popover } from '../ui/Popover.tsx';
import { tip } from '../ui/tip.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useOpener } from '../ui/use-opener.ts';
import { DateLineForm } from './DateLineForm.tsx';
import { useQuarters } from './use-quarters.ts';

/** The dotted lines of a list: whether the ends of quarters are drawn, and the days that are set by hand. */
export function DateLinesMenu({ product }: { product: string }) {
  const today = useToday(product);
  const quarters = useQuarters();
  const count = useLook((view) => shownDays(view, product, { today, quarters: quarters.isShown }).length, [product, today, quarters.isShown]);
  const { opener, layer, open, close } = useOpener('dialog');
  useKeys([
    { keys: 'Shift+D', description: 'Date lines: draw, change or erase', group: 'List', run: open },
    { keys: 'Shift+Q', description: 'Show or hide the ends of quarters', group: 'List', run: () => quarters.show(!quarters.isShown) },
  ]);
  return (
    <>
      <button
        {...opener}
        type="button"
        {...tip('How far one gets by a day', 'Shift+D')}
        className="num hit relative shrink-0 rounded-control px-1 text-s whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink"
      >
        {count === 0 ? 'date lines' : `date lines: ${count}`}
      </button>
      <Popover {...layer} label="Date lines">
        <Lines product={product} today={today} quarters={quarters} onDone={close} />
      </Popover>
    </>
  );
}

interface LinesProps {
  readonly product: string;
  readonly today: Day;
  readonly quarters: ReturnType<typeof useQuarters>;
  readonly onDone: () => void;
}

function Lines({ product, today, quarters, onDone }: LinesProps) {
  const canPlan = useMay('plan-releases', { in: 'product', id: product });
  const lines = useLook((view) => [...view.list(dateLinesOf, product)], [product]);
  const [editing, setEditing] = useState<string | null>(null);
  const show = ({ on }: DateLine) => {
    useList.getState().set({ sought: dateRowId(on) });
    onDone();
  };
  const ahead = lines.filter(({ on }) => on >= today);
  const passed = lines.filter(({ on }) => on < today);
  const shown = (some: readonly DateLine[]) =>
    some.map((line) => (
      <li key={line.id} className="py-0.5">
        {editing === line.id ? (
          <div className="py-2">
            <DateLineForm product={product} dateLine={line.id} onDone={() => setEditing(null)} />
          </div>
        ) : (
          <Line line={line} today={today} canPlan={canPlan} onEdit={() => setEditing(line.id)} onShow={line.on < today ? null : () => show(line)} />
        )}
      </li>
    ));
  return (
    <div className="grid w-72 max-w-full grid-cols-[minmax(0,1fr)] gap-3">
      <p className="text-s text-ink-2">How far you get by a day, counted from the top.</p>
      <div className="flex items-center justify-between gap-2">
        <Checkbox label="Ends of quarters" isChecked={quarters.isShown} onChange={quarters.show} />
        <span className="max-tablet:hidden">
          <Kbd keys="Shift+Q" />
        </span>
      </div>
      {ahead.length > 0 && <ul aria-label="Date lines ahead">{shown(ahead)}</ul>}
      {passed.length > 0 && (
        <section aria-label="Passed" className="text-ink-2">
          <h3 className="text-s text-ink-3">Passed, drawn no more</h3>
          <ul>{shown(passed)}</ul>
        </section>
      )}
      {canPlan && editing === null && (
        <section aria-label="Draw a date line" className="border-t border-edge pt-3">
          <DateLineForm product={product} dateLine={null} onDone={onDone} />
        </section>
      )}
      {!canPlan && lines.length === 0 && <p className="text-ink-2">Nobody has drawn a line at a day of its own.</p>}
    </div>
  );
}

interface LineProps {
  readonly line: DateLine;
  readonly today: Day;
  readonly canPlan: boolean;
  readonly onEdit: () => void;
  /** Brings it into view; null: it is drawn no more. */
  readonly onShow: (() => void) | null;
}

function Line({ line: { id, on, name }, today, canPlan, onEdit, onShow }: LineProps) {
  const command = useCommand();
  const date = shortDay(on, today);
  const called = name || date;
  return (
    <div className="flex min-w-0 items-center gap-1">
      {onShow ? (
        <button
          type="button"
          dir="auto"
          title={called}
          onClick={onShow}
          className="hit relative -ms-1 min-w-0 flex-1 truncate rounded-control px-1 text-start hover:bg-hover"
        >
          {called}
        </button>
      ) : (
        <span className="min-w-0 flex-1 truncate" dir="auto" title={called}>
          {called}
        </span>
      )}
      {name !== '' && (
        <span className="num shrink-0 text-s text-ink-2" title={exactDay(on)}>
          {date}
        </span>
      )}
      {canPlan && (
        <>
          <IconButton label={`Change ${called}`} icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
          <IconButton
            label={`Erase ${called}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => command({ verb: 'removeDateLine', input: { dateLine: id } }, { toast: `The line of ${called} erased` })}
          />
        </>
      )}
    </div>
  );
}
