import type { Day } from '../../../domain/kernel/day.ts';
import type { Became, DayPlan } from '../../../domain/sprint/daily.ts';
import { shortDay } from '../../ui/format-day.ts';
import { ItemLine } from './ItemLine.tsx';
import { TheRest } from './TheRest.tsx';

interface YesterdaysPlanProps {
  readonly plan: DayPlan | undefined;
  readonly today: Day;
  readonly since: Day;
  /** So many lines at most; the rest is counted. */
  readonly most?: number;
  readonly onOpen: (item: string) => void;
}

const BECAME: Record<Became, string> = {
  finished: 'finished',
  'went-on': 'went on',
  still: 'still the same',
  'put-back': 'put back',
  left: 'no longer in the sprint',
};

/** What the team was at when the last working day ended, against today. */
export function YesterdaysPlan({ plan, today, since, most = Number.POSITIVE_INFINITY, onOpen }: YesterdaysPlanProps) {
  const lines = plan
    ? [...plan.wasUnderWay.map(({ item, became }) => ({ item, says: BECAME[became] })), ...plan.begun.map((item) => ({ item, says: 'begun since' }))]
    : [];
  const finished = plan?.wasUnderWay.filter(({ became }) => became === 'finished').length ?? 0;
  return (
    <section aria-labelledby="daily-plan">
      <h2 id="daily-plan" className="flex items-baseline gap-2 pb-2 font-semibold">
        Under way on {shortDay(since, today)}, and today
        {plan && plan.wasUnderWay.length > 0 && (
          <span className="num font-normal text-ink-2">
            {finished} of {plan.wasUnderWay.length} finished
          </span>
        )}
      </h2>
      {plan !== undefined && lines.length === 0 && <p className="text-ink-3">Nothing was under way, and nothing is.</p>}
      <ul>
        {lines.slice(0, most).map(({ item, says }) => (
          <ItemLine key={item} item={item} says={says} onOpen={onOpen} />
        ))}
      </ul>
      <TheRest count={lines.length - most} />
    </section>
  );
}
