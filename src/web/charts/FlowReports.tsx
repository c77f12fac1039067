import { memo } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Unit } from '../../domain/product/product.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { useLook } from '../store/hooks.ts';
import { Chart } from '../ui/chart/Chart.tsx';
import type { Shown } from '../ui/chart/ChartFrame.tsx';
import { Scatter, type Dot } from '../ui/chart/Scatter.tsx';
import { Spans } from '../ui/chart/Spans.tsx';
import { UpDown } from '../ui/chart/UpDown.tsx';
import { cumulativeFlowChart, throughputChart, type OnPoint } from './flow-charts.ts';
import { timeInStateChart } from './time-in-state-chart.ts';
import { turnsChart } from './turns-chart.ts';

interface FlowReportsProps {
  readonly history: FlowHistory;
  readonly unit: Unit;
  readonly shown: Shown;
  readonly onPoint: OnPoint;
}

/** How work flows, drawn again only when it has changed: what came and was finished, where it stands, how long it takes and where that time goes. */
export const FlowReports = memo(function FlowReports({ history, unit, shown, onPoint }: FlowReportsProps) {
  const { finished, underWay, percentiles, weeks, inStates, turns } = history;
  const dotsOf = useDots(history, onPoint);
  const levels = percentiles
    ? ([50, 85, 95] as const).map((share) => ({ value: percentiles[`p${share}`], label: `${share} %: ${percentiles[`p${share}`]} d` }))
    : [];
  return (
    <>
      {weeks.length > 0 && <Chart chart={throughputChart(history, { unit, onPoint })} {...shown} />}
      {turns.length > 0 && <UpDown chart={turnsChart(turns, { today: shown.today, onPoint })} {...shown} />}
      <Chart chart={cumulativeFlowChart(history, onPoint)} {...shown} />
      {inStates && <Spans chart={timeInStateChart(inStates, onPoint)} {...shown} />}
      {finished.length > 0 && <Scatter chart={{ ...dotsOf('finished'), title: 'Cycle time', dayLabel: 'Finished', levels }} {...shown} />}
      {underWay.length > 0 && <Scatter chart={{ ...dotsOf('underWay'), title: 'Age of work under way', dayLabel: 'Started', levels }} {...shown} />}
    </>
  );
});

/** Items as dots over the days told of: each opens. */
function useDots({ finished, underWay, days, day: to }: FlowHistory, onPoint: OnPoint) {
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const names = useLook(
    (view) => Object.fromEntries([...finished, ...underWay].map(({ item }) => [item, `${nameIn(view)('item', item)} ${view.find('item', item)?.title ?? ''}`])),
    [finished, underWay],
  );
  const dot = (item: string, day: string, value: number): Dot => ({ id: item, name: names[item] ?? '', day, value });
  return (of: 'finished' | 'underWay') => ({
    from: underWay.reduce((first, { since }) => (since < first ? since : first), days[0]!.day),
    to,
    unit: 'days',
    onOpenAll: ({ day, value }: Pick<Dot, 'day' | 'value'>) =>
      onPoint(of === 'finished' ? { of: 'cycle', day: day as Day, days: value } : { of: 'age', since: day as Day }), // a day of a dot
    onOpen: (item: string) => void go({ to: places.item(at, names[item]!.split(' ')[0]!) }),
    dots:
      of === 'finished' ? finished.map(({ item, on, days: took }) => dot(item, on, took)) : underWay.map(({ item, since, days: age }) => dot(item, since, age)),
  });
}
