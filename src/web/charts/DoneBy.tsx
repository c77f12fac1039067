import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { unitOf } from '../../domain/capacity/unit.ts';
import type { Unit } from '../../domain/product/product.ts';
import { addDays, isDay, type Day } from '../../domain/kernel/day.ts';
import { datedReleases } from '../../domain/release/dated-releases.ts';
import { doneBy, type DoneWith } from '../../domain/schedule/done-by.ts';
import { nameIn } from '../app/name-in.ts';
import { AppLink } from '../app/AppLink.tsx';
import { places, type At } from '../app/places.ts';
import { useSchedule } from '../schedule/use-schedule.ts';
import { useLook, useShown } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';
import { DateField } from '../ui/DateField.tsx';
import { percentOf } from '../ui/percent.ts';

/** Without a release ahead, this far ahead one looks. */
const USUAL_DAYS = 30;
/** More rows than so many are counted, not named. */
const MOST_NAMED = 12;

/** What is likely done by a day that one chooses: how much, which rows, and down to where all of the backlog is. */
export function DoneBy({ product, today }: { product: string; today: Day }) {
  const { by } = useSearch({ strict: false }) as { by?: string };
  const go = useNavigate();
  const unit = useLook((view) => unitOf(view, product), [product]);
  const next = useLook((view) => datedReleases(view, product).find(({ dueOn }) => dueOn >= today)?.dueOn ?? null, [product, today]);
  const on = by !== undefined && isDay(by) && by >= today ? by : (next ?? addDays(today, USUAL_DAYS));
  const { schedule, isOld } = useSchedule(product);
  const told = schedule && doneBy(schedule, on);
  /** Without enough history of any team there is one day for each row, and nothing that is surer than the rest. */
  const isPaced = schedule?.plan.lanes.every(({ outlook }) => outlook === null) ?? false;
  if (told && told.done.every(({ rows }) => rows.length === 0) && schedule.plan.rows.length === told.untold) return null;
  return (
    <section aria-label="Done by a day" className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-panel border border-edge bg-surface p-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">What is done by</h3>
        <DateField
          label="Done by"
          isLabelHidden
          className="w-40"
          value={on}
          today={today}
          min={today}
          isRequired
          onChange={(day) => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, by: day ?? undefined }), replace: true } as never)} // the query is checked where it is read
        />
      </div>
      {told && (
        <div
          className={cx('grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 tablet:grid-cols-[repeat(3,minmax(0,1fr))]', isOld && 'text-ink-3')}
          data-done-by={isOld ? 'old' : 'new'}
        >
          {isPaced ? (
            <Done done={told.done[0]!} says="At the pace that was set" but={undefined} unit={unit} />
          ) : (
            told.done
              .toReversed()
              .map((done, at, all) => <Done key={done.with} done={done} says={`${percentOf(done.with)} sure`} but={all[at - 1]} unit={unit} />)
          )}
        </div>
      )}
      {told && told.untold > 0 && <p className="text-s text-ink-2">{`Nobody can say anything of ${told.untold === 1 ? 'one row' : `${told.untold} rows`}.`}</p>}
    </section>
  );
}

/** `but`: what is surer still, and named there. */
function Done({ done, says, but, unit }: { done: DoneWith; says: string; but: DoneWith | undefined; unit: Unit }) {
  const at = useParams({ strict: false }) as At;
  const view = useShown();
  const name = nameIn(view);
  const surer = new Set(but?.rows);
  const more = done.rows.filter((row) => !surer.has(row));
  const amount = unit === 'points' ? `${done.rows.length} items, ${done.amount} points` : `${done.rows.length} items`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1" data-done-with={done.with}>
      <p className="text-s text-ink-2">{says}</p>
      <p className="num font-medium">{amount}</p>
      <p className="num truncate text-s text-ink-2">{done.downTo === null ? 'Not all of the first' : `All down to ${name('item', done.downTo)}`}</p>
      {but && but.rows.length > 0 && more.length > 0 && <p className="text-s text-ink-3">{`besides what is ${percentOf(but.with)} sure:`}</p>}
      <ul>
        {more.slice(0, MOST_NAMED).map((row) => (
          <li key={row} className="truncate text-s leading-6">
            <AppLink href={places.item(at, name('item', row))} className="hover:underline">
              <span className="pe-1.5 font-mono text-ink-3">{name('item', row)}</span>
              {view.find('item', row)?.title}
            </AppLink>
          </li>
        ))}
        {more.length > MOST_NAMED && <li className="text-s leading-6 text-ink-2">{`and ${more.length - MOST_NAMED} more`}</li>}
      </ul>
    </div>
  );
}
