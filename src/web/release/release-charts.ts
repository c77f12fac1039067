import { sum } from '../../domain/estimation/sum.ts';
import type { Unit } from '../../domain/product/product.ts';
import type { Release } from '../../domain/release/release.ts';
import type { ReleaseHistory } from '../../domain/release/release-history.ts';
import type { DayChart } from '../ui/chart/day-chart.ts';

type History = Pick<ReleaseHistory, 'days' | 'endedOn'>;

/** What is done climbs to the scope, which may climb too. */
export function burnup({ days, endedOn }: History, release: Release, unit: Unit): DayChart {
  return {
    title: 'Burnup',
    unit,
    days: days.map(({ day }) => day),
    lines: [
      { id: 'scope', label: 'Scope', tone: 'ink', shape: 'step', values: days.map(({ scope }) => scope[unit]) },
      { id: 'done', label: 'Done', tone: 'one', shape: 'area', values: days.map(({ done }) => done[unit]) },
    ],
    marks: dueMark(release, days[0]?.day, endedOn),
  };
}

/** What is left falls to nothing. */
export function burndown({ days, endedOn }: History, release: Release, unit: Unit): DayChart {
  return {
    title: 'Burndown',
    unit,
    days: days.map(({ day }) => day),
    lines: [{ id: 'left', label: 'Left', tone: 'two', shape: 'area', values: days.map(({ scope, done }) => sum(scope[unit], -done[unit])) }],
    marks: dueMark(release, days[0]?.day, endedOn),
  };
}

/** The promised day, where it lies on the axis or ahead of it. */
function dueMark({ dueOn }: Release, first: string | undefined, endedOn: string | null): DayChart['marks'] {
  const isOnAxis = dueOn !== null && first !== undefined && dueOn >= first && (endedOn === null || dueOn <= endedOn);
  return isOnAxis ? [{ day: dueOn, label: 'promised' }] : [];
}
