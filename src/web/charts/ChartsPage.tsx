import { useMemo } from 'react';
import { useParams, useSearch } from '@tanstack/react-router';
import { ChartLine } from 'lucide-react';
import { flowHistory, type FlowHistory } from '../../domain/flow/flow-history.ts';
import { unitOf } from '../../domain/capacity/unit.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Unit } from '../../domain/product/product.ts';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { places, type At } from '../app/places.ts';
import { Shell } from '../app/Shell.tsx';
import { Calibrations } from './Calibrations.tsx';
import { DoneBy } from './DoneBy.tsx';
import { productOfKey } from '../app/use-counts.ts';
import { useGo } from '../app/use-go.ts';
import { useToday } from '../item/use-today.ts';
import { useFault, useHistoryReading, useLook, useMay } from '../store/hooks.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { HistoryNotLoaded } from '../app/HistoryNotLoaded.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { ChartControls, useTables } from './ChartControls.tsx';
import type { OnPoint } from './flow-charts.ts';
import { FlowReports } from './FlowReports.tsx';
import { NotDrawnYet } from './NotDrawnYet.tsx';
import { PointPanel } from './PointPanel.tsx';
import { textOfPoint } from './points.ts';
import { SprintCharts } from './SprintCharts.tsx';
import { usePoint } from './use-point.ts';

/** How work flows through a product: how much is finished, how long it takes, and where it stands. */
export function ChartsPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  return product === undefined ? <NotFoundPage /> : <Charts product={product} />;
}

function Charts({ product }: { product: string }) {
  const { state, value } = useHistoryReading(flowHistory, { product });
  const today = useToday(product);
  const at = useParams({ strict: false }) as At;
  const go = useGo();
  const { point, open } = usePoint();
  const close = () => open(null);
  useKeys([{ keys: 'Escape', description: 'Close the list of items', group: 'Charts', run: close, when: () => point !== null }]);
  return (
    <Shell
      title="Charts"
      panel={
        point === null
          ? undefined
          : { label: 'Items', content: <PointPanel key={textOfPoint(point)} product={product} point={point} today={today} onClose={close} /> }
      }
    >
      {state === 'failed' ? (
        <div className="p-6">
          <HistoryNotLoaded />
        </div>
      ) : !value ? (
        <Skeleton className="m-6 h-65" />
      ) : value.days.every(({ items }) => Object.values(items).every((count) => count === 0)) ? (
        <EmptyPlace
          sentence="How much is finished, how long it takes, and where it stands."
          action={{ label: 'Begin with the backlog', run: () => go(places.backlog(at)) }}
          icon={<ChartLine />}
        />
      ) : (
        <Drawn product={product} history={value} today={today} onPoint={open} />
      )}
    </Shell>
  );
}

const UNITS = [
  { id: 'items', label: 'Items' },
  { id: 'points', label: 'Points' },
] as const;

interface DrawnProps {
  readonly product: string;
  readonly history: FlowHistory;
  readonly today: Day;
  readonly onPoint: OnPoint;
}

function Drawn({ product, history, today, onPoint }: DrawnProps) {
  const { unit: chosen } = useSearch({ strict: false }) as { unit?: Unit };
  const at = useParams({ strict: false }) as At;
  const usual = useLook((view) => unitOf(view, product), [product]);
  const unit = chosen === 'points' || chosen === 'items' ? chosen : usual;
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const onFault = useFault();
  const tables = useTables();
  const { isTable } = tables;
  const shown = useMemo(() => ({ today, isTable, name: at.product, onFault }), [today, isTable, at.product, onFault]);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-300 grid-cols-[minmax(0,1fr)] gap-5 p-6 max-tablet:p-4">
        <ChartControls label="Counted in" units={UNITS} unit={unit} tables={tables} />
        {maySee && <DoneBy product={product} today={today} />}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,440px),1fr))] gap-4">
          <SprintCharts product={product} unit={unit} shown={shown} />
          <FlowReports history={history} unit={unit} shown={shown} onPoint={onPoint} />
          <NotDrawnYet product={product} history={history} />
          {maySee && <Calibrations product={product} shown={shown} />}
        </div>
      </div>
    </div>
  );
}
