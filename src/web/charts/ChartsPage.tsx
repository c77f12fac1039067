import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChartLine } from 'lucide-react';
import { flowHistory, type FlowHistory } from '../../domain/flow/flow-history.ts';
import { unitOf } from '../../domain/capacity/unit.ts';
import type { Unit } from '../../domain/product/product.ts';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { Shell } from '../app/Shell.tsx';
import { Calibrations } from './Calibrations.tsx';
import { DoneBy } from './DoneBy.tsx';
import { productOfKey } from '../app/use-counts.ts';
import { useToday } from '../item/use-today.ts';
import { useFault, useHistoryReading, useLook, useMay } from '../store/hooks.ts';
import { Chart } from '../ui/chart/Chart.tsx';
import { Scatter, type Dot } from '../ui/chart/Scatter.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { HistoryNotLoaded } from '../app/HistoryNotLoaded.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ChartControls, useTables } from './ChartControls.tsx';
import { SprintCharts } from './SprintCharts.tsx';
import { cumulativeFlowChart, throughputChart } from './flow-charts.ts';

/** How work flows through a product: how much is finished, how long it takes, and where it stands. */
export function ChartsPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Charts product={product} />;
}

function Charts({ product }: { product: string }) {
  const { state, value } = useHistoryReading(flowHistory, { product });
  return (
    <Shell title="Charts">
      {state === 'failed' ? (
        <div className="p-6">
          <HistoryNotLoaded />
        </div>
      ) : !value ? (
        <Skeleton className="m-6 h-65" />
      ) : value.days.every(({ items }) => Object.values(items).every((count) => count === 0)) ? (
        <EmptyPlace sentence="How much is finished, how long it takes, and where it stands." icon={<ChartLine />} />
      ) : (
        <Drawn product={product} history={value} />
      )}
    </Shell>
  );
}

const UNITS = [
  { id: 'items', label: 'Items' },
  { id: 'points', label: 'Points' },
] as const;

function Drawn({ product, history }: { product: string; history: FlowHistory }) {
  const { unit: chosen } = useSearch({ strict: false }) as { unit?: Unit };
  const at = useParams({ strict: false }) as At;
  const usual = useLook((view) => unitOf(view, product), [product]);
  const unit = chosen === 'points' || chosen === 'items' ? chosen : usual;
  const go = useNavigate();
  const today = useToday(product);
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const onFault = useFault();
  const tables = useTables();
  const { finished, underWay, percentiles, weeks, days } = history;
  const names = useLook(
    (view) => Object.fromEntries([...finished, ...underWay].map(({ item }) => [item, `${nameIn(view)('item', item)} ${view.find('item', item)?.title ?? ''}`])),
    [history],
  );
  const shown = { today, isTable: tables.isTable, name: at.product, onFault };
  const levels = percentiles
    ? ([50, 85, 95] as const).map((share) => ({ value: percentiles[`p${share}`], label: `${share} %: ${percentiles[`p${share}`]} d` }))
    : [];
  const span = {
    from: underWay.reduce((first, { since }) => (since < first ? since : first), days[0]!.day),
    to: history.day,
    unit: 'days',
    onOpen: (item: string) => void go({ to: places.item(at, names[item]!.split(' ')[0]!) }),
  };
  const dot = (item: string, day: string, value: number): Dot => ({ id: item, name: names[item] ?? '', day, value });
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-300 grid-cols-[minmax(0,1fr)] gap-5 p-6 max-tablet:p-4">
        <ChartControls label="Counted in" units={UNITS} unit={unit} tables={tables} />
        {maySee && <DoneBy product={product} today={today} />}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,440px),1fr))] gap-4">
          <SprintCharts product={product} unit={unit} shown={shown} />
          {weeks.length > 0 && <Chart chart={throughputChart(history, unit)} {...shown} />}
          <Chart chart={cumulativeFlowChart(history)} {...shown} />
          {finished.length > 0 && (
            <Scatter
              chart={{ ...span, title: 'Cycle time', dayLabel: 'Finished', levels, dots: finished.map(({ item, on, days: took }) => dot(item, on, took)) }}
              {...shown}
            />
          )}
          {maySee && <Calibrations product={product} shown={shown} />}
          {underWay.length > 0 && (
            <Scatter
              chart={{
                ...span,
                title: 'Age of work under way',
                dayLabel: 'Started',
                levels,
                dots: underWay.map(({ item, since, days: age }) => dot(item, since, age)),
              }}
              {...shown}
            />
          )}
        </div>
      </div>
    </div>
  );
}
