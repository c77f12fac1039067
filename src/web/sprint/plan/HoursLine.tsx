import type { View } from '../../../domain/collections.ts';
import { dayInSprint } from '../../../domain/sprint/sprint-rules.ts';
import { agreementOf, type Agreement } from '../../../domain/planning/agreement.ts';
import { sprintHours, type SprintHours } from '../../../domain/planning/sprint-hours.ts';
import { loadOf } from '../../../domain/planning/sprint-load.ts';
import type { Unit } from '../../../domain/product/product.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { useNow } from '../../app/use-now.ts';
import { useLook } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { LoadMeter } from './LoadMeter.tsx';
import { tenth } from '../../ui/tenth.ts';

/** What is still to do in hours, and how that agrees with the points. */
export function useHours(sprint: Sprint, after: View | null): { hours: SprintHours; agreement: Agreement } {
  const now = useNow();
  return useLook(
    (view) => {
      const at = after ?? view;
      const hours = sprintHours(at, sprint, dayInSprint(at, sprint, now));
      return { hours, agreement: agreementOf(loadOf(at, sprint), hours) };
    },
    [sprint, after, now],
  );
}

/** The hours that are still to do against those that the people of the team have. */
export function HoursLine({ hours: { load, capacity } }: { hours: SprintHours }) {
  const says = capacity === null ? `${tenth(load)} hours` : `${tenth(load)} of ${tenth(capacity)} hours`;
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
      <span role="status" className={cx('num font-semibold whitespace-nowrap', capacity !== null && load > capacity && 'text-line-ink')}>
        {says}
      </span>
      {capacity !== null && <LoadMeter label="Load in hours" load={load} capacity={capacity} says={says} className="min-w-24 flex-1" />}
    </div>
  );
}

/** How points and hours agree, in one sentence; null where only one of them says something. */
export function agreementText(agreement: Agreement, unit: Unit): string | null {
  const points = (amount: number) => `${tenth(amount)} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  switch (agreement.code) {
    case 'no-people':
    case 'no-pace':
    case 'no-hours':
      return null;
    case 'hours-missing':
      return `By hours ${tenth(agreement.hours)} are free so far, and ${agreement.cards === 1 ? 'one card has' : `${agreement.cards} cards have`} none yet.`;
    case 'both-fit':
      return `${NAMES[unit]} and hours agree that it fits: ${points(agreement.points)} and ${hours(agreement.hours)} are free.`;
    case 'both-over':
      return `${NAMES[unit]} and hours agree that it is too much, by ${points(agreement.points)} and ${hours(agreement.hours)}.`;
    case 'hours-over':
      return `It fits in ${unit}, with ${points(agreement.points)} free, and is ${hours(agreement.hours)} too much for who is there${awayText(agreement.daysOff)}.`;
    case 'points-over':
      return `It fits in hours, with ${tenth(agreement.hours)} free, and is ${points(agreement.points)} more than the team has done in such a time.`;
  }
}

const NAMES: Record<Unit, string> = { points: 'Points', items: 'Items' };
const hours = (amount: number): string => `${tenth(amount)} ${amount === 1 ? 'hour' : 'hours'}`;
const awayText = (daysOff: number): string => (daysOff === 0 ? '' : `: ${daysOff} ${daysOff === 1 ? 'day' : 'days'} off`);
