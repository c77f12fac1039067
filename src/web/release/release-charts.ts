import { sum } from '../../domain/estimation/sum.ts';
import type { Unit } from '../../domain/product/product.ts';
import type { Release } from '../../domain/release/release.ts';
import type { ReleaseHistory } from '../../domain/release/release-history.ts';
import type { ReleaseCone } from '../../domain/cutline/release-cone.ts';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { DayChart, DayCone } from '../ui/chart/day-chart.ts';
import { percentOf } from '../ui/percent.ts';

/** A release on its way, and where that may lead. */
export interface Way {
  readonly history: Pick<ReleaseHistory, 'days' | 'endedOn'>;
  readonly release: Release;
  readonly unit: Unit;
  readonly cone: ReleaseCone | null;
}

/** A day later than this many after today is told and not drawn: all else would be a sliver. */
const DRAWN_DAYS = 200;

/** What is done climbs to the scope, which may climb too. */
export function burnup({ history: { days, endedOn }, release, unit, cone }: Way): DayChart {
  const last = days.at(-1);
  return {
    title: 'Burnup',
    unit,
    days: days.map(({ day }) => day),
    lines: [
      { id: 'scope', label: 'Scope', tone: 'ink', shape: 'step', values: days.map(({ scope }) => scope[unit]) },
      { id: 'done', label: 'Done', tone: 'one', shape: 'area', values: days.map(({ done }) => done[unit]) },
    ],
    marks: dueMark(release, days[0]?.day, endedOn),
    cone: coneOf(cone, { line: 'done', to: last?.scope[unit] ?? 0, today: last?.day }),
  };
}

/** What is left falls to nothing. */
export function burndown({ history: { days, endedOn }, release, unit, cone }: Way): DayChart {
  return {
    title: 'Burndown',
    unit,
    days: days.map(({ day }) => day),
    lines: [{ id: 'left', label: 'Left', tone: 'two', shape: 'area', values: days.map(({ scope, done }) => sum(scope[unit], -done[unit])) }],
    marks: dueMark(release, days[0]?.day, endedOn),
    cone: coneOf(cone, { line: 'left', to: 0, today: days.at(-1)?.day }),
  };
}

/** From where it stands today to the end, by the days on which that is reached with each chance. */
function coneOf(cone: ReleaseCone | null, { line, to, today }: { line: string; to: number; today: Day | undefined }): DayCone | undefined {
  if (cone === null || today === undefined) return undefined;
  const ends = cone.days.flatMap(({ with: share, day }) => (day === null || day > addDays(today, DRAWN_DAYS) ? [] : [{ day, label: percentOf(share) }]));
  return ends.length === 0 ? undefined : { line, to, ends };
}

/** The promised day, where it lies on the axis or ahead of it. */
function dueMark({ dueOn }: Release, first: string | undefined, endedOn: string | null): DayChart['marks'] {
  const isOnAxis = dueOn !== null && first !== undefined && dueOn >= first && (endedOn === null || dueOn <= endedOn);
  return isOnAxis ? [{ day: dueOn, label: 'promised' }] : [];
}
