import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import { COUNTED_GROUPS, type CountedGroup } from '../../domain/flow/flow-figures.ts';
import type { FlowPoint } from '../../domain/flow/point-items.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Unit } from '../../domain/product/product.ts';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import type { DayChart, Tone } from '../ui/chart/day-chart.ts';

/** Opens the items that a figure is made of. */
export type OnPoint = (point: FlowPoint) => void;

/** What was finished week by week. */
export const throughputChart = ({ weeks }: FlowHistory, { unit, onPoint }: { unit: Unit; onPoint: OnPoint }): DayChart => ({
  title: 'Throughput per week',
  unit,
  days: weeks.map(({ from }) => from),
  lines: [{ id: 'done', label: 'Done', tone: 'one', shape: 'bar', values: weeks.map((week) => week[unit]) }],
  marks: [],
  onOpen: (week) => onPoint({ of: 'throughput', week: week as Day }), // one of the days above
});

const TONES: Readonly<Record<CountedGroup, Tone>> = { done: 'one', 'in-review': 'three', 'in-progress': 'two', ready: 'four', backlog: 'soft' };

/** How many items were in each part of the workflow, standing on each other. What nobody is in is not drawn. */
export function cumulativeFlowChart(history: FlowHistory, onPoint: OnPoint): DayChart {
  const first = history.days.findIndex(({ items }) => COUNTED_GROUPS.some((group) => items[group] > 0));
  const days = history.days.slice(Math.max(0, first - 1)); // with the empty day before, where there is one
  const groups = COUNTED_GROUPS.toReversed().filter((group) => days.some(({ items }) => items[group] > 0));
  return {
    title: 'Cumulative flow',
    unit: 'items',
    days: days.map(({ day }) => day),
    isStacked: true,
    lines: groups.map((group) => ({
      id: group,
      label: GROUP_NAMES[group],
      tone: TONES[group],
      shape: 'area',
      values: days.map(({ items }) => items[group]),
    })),
    marks: [],
    onOpen: (day, group) => onPoint({ of: 'flow', day: day as Day, group: group as CountedGroup }), // as above
  };
}
