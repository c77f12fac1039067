import { addDays } from '../../../domain/kernel/day.ts';
import type { Burndown } from '../../../domain/sprint/burndown.ts';
import type { Velocity } from '../../../domain/sprint/velocity.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import type { BarsChart } from '../../ui/chart/Bars.tsx';
import type { DayChart } from '../../ui/chart/day-chart.ts';

/** What is left falls to nothing, beside an even pace; what came in and went out are steps of what was taken on. */
export function burndownChart({ startedOn, start, days, ideal }: Burndown, unit: WorkUnit, title: string): DayChart {
  const axis = ideal.length > days.length ? ideal : days;
  return {
    title,
    unit,
    days: startedOn === null ? [] : [addDays(startedOn, -1), ...axis.map(({ day }) => day)],
    firstName: 'Start',
    lines: [
      {
        id: 'scope',
        label: unit === 'hours' ? 'First thought' : 'Taken on',
        tone: 'soft',
        shape: 'step',
        values: [start.scope[unit], ...days.map(({ scope }) => scope[unit])],
      },
      ...(ideal.length === 0
        ? []
        : [{ id: 'ideal', label: 'Even pace', tone: 'ink', shape: 'line', values: [start.left[unit], ...ideal.map(({ left }) => left[unit])] } as const]),
      { id: 'left', label: 'Left', tone: 'two', shape: 'area', values: [start.left[unit], ...days.map(({ left }) => left[unit])] },
    ],
    marks: [],
  };
}

/** What a team took on and did in its last sprints; null while none is closed. */
export function velocityChart(
  { sprints, range }: Velocity,
  unit: WorkUnit,
  told: Pick<BarsChart, 'title' | 'onOpen'> & { readonly names: Readonly<Record<string, string>> },
): BarsChart | null {
  if (range === null) return null;
  const { median, least, most, sprints: count } = range[unit];
  const { title, names, onOpen } = told;
  return {
    title,
    unit,
    nameLabel: 'Sprint',
    labels: { meant: 'Began with', came: 'Done' },
    bars: sprints.map(({ sprint, committed, done }) => ({ id: sprint, name: names[sprint] ?? '', meant: committed[unit], came: done[unit] })),
    range: { median, least, most, says: `median ${median} of the last ${count === 1 ? 'sprint' : `${count} sprints`}, from ${least} to ${most} ${unit}` },
    onOpen,
  };
}
