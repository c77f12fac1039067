import { useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { releaseCone, type ReleaseCone } from '../../domain/cutline/release-cone.ts';
import { unitOf } from '../../domain/capacity/unit.ts';
import { sum } from '../../domain/estimation/sum.ts';
import type { Unit } from '../../domain/product/product.ts';
import type { Release } from '../../domain/release/release.ts';
import { releaseHistory, type ReleaseHistory } from '../../domain/release/release-history.ts';
import { scopeGrowth } from '../../domain/release/scope-growth.ts';
import { useToday } from '../item/use-today.ts';
import { useFault, useHistoryReading, useLook, useMay, useReading } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Chart } from '../ui/chart/Chart.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { HistoryNotLoaded } from '../app/HistoryNotLoaded.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { burndown, burnup } from './release-charts.ts';
import { ConeNote } from './ConeNote.tsx';
import { GrowthNote, type GrowthNoteProps } from './GrowthNote.tsx';
import { ScopeChanges } from './ScopeChanges.tsx';

/** How a release went so far: what is done of its scope, day by day, and how the scope changed after its start. */
export function ReleaseProgress({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  const { state, value } = useHistoryReading(releaseHistory, { release: release.id });
  const maySee = useMay('see-forecasts', { in: 'release', id: release.id });
  if (state === 'failed')
    return (
      <div className="p-6">
        <HistoryNotLoaded />
      </div>
    );
  if (!value) return <Skeleton className="m-6 h-65" />;
  if (value.days.length === 0) return <EmptyPlace sentence="Nothing was in this release yet, so there is no history to draw." />;
  const drawn = { release, history: value, onOpen };
  return maySee && value.endedOn === null ? <WithCone {...drawn} /> : <Drawn {...drawn} cone={null} />;
}

interface DrawnProps {
  readonly release: Release;
  readonly history: ReleaseHistory;
  readonly onOpen: (item: string) => void;
}

function WithCone(props: DrawnProps) {
  const { release, history } = props;
  const unit = useLook((view) => unitOf(view, release.product), [release.product]);
  const growth = scopeGrowth(history, unit, useToday(release.product));
  const { growth: wanted } = useSearch({ strict: false }) as { growth?: string };
  const isCounted = growth !== null && wanted !== 'out';
  const { cone: still } = useReading(releaseCone, { release: release.id });
  const { cone: growing } = useReading(releaseCone, { release: release.id, growth: growth?.perWeek });
  const assumed = growth && still && growing ? { growth, unit, isCounted, cones: { growing, still } } : null;
  return <Drawn {...props} cone={isCounted ? growing : still} assumed={assumed} />;
}

const UNITS = [
  { id: 'points', label: 'Points' },
  { id: 'items', label: 'Items' },
] as const;

type Assumed = Omit<GrowthNoteProps, 'today' | 'onCount'>;

function Drawn({ release, history, onOpen, cone, assumed = null }: DrawnProps & { cone: ReleaseCone | null; assumed?: Assumed | null }) {
  const { unit: chosen } = useSearch({ strict: false }) as { unit?: Unit };
  const usual = useLook((view) => unitOf(view, release.product), [release.product]);
  const unit = chosen === 'points' || chosen === 'items' ? chosen : usual;
  const go = useNavigate();
  const today = useToday(release.product);
  const onFault = useFault();
  const [isTable, setIsTable] = useState(false);
  useKeys([{ keys: 'T', description: 'Charts as tables, tables as charts', group: 'Charts', run: () => setIsTable(!isTable) }]);
  const choose = (next: Unit) => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, unit: next }), replace: true } as never); // the query is checked where it is read
  const count = (isCounted: boolean) =>
    void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, growth: isCounted ? undefined : 'out' }), replace: true } as never); // as above
  const way = { history, release, unit, cone };
  const shown = { today, isTable, name: release.name, onFault };
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-300 grid-cols-[minmax(0,1fr)] gap-5 p-6 max-tablet:p-4">
        <div className="flex flex-wrap items-center gap-3">
          <Segmented label="Counted in" options={UNITS} value={unit} onChange={choose} />
          <Button keys="T" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? 'As charts' : 'As tables'}
          </Button>
        </div>
        <Figures history={history} unit={unit} />
        {unit === 'points' && <WithoutPoints {...history.withoutPoints} />}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,440px),1fr))] gap-4">
          <Chart chart={burnup(way)} {...shown} />
          <Chart chart={burndown(way)} {...shown} />
        </div>
        {assumed && <GrowthNote {...assumed} today={today} onCount={count} />}
        <ConeNote cone={cone} today={today} onOpen={onOpen} />
        <ScopeChanges release={release} history={history} onOpen={onOpen} />
      </div>
    </div>
  );
}

function Figures({ history, unit }: { history: ReleaseHistory; unit: Unit }) {
  const { scope, done } = history.days.at(-1)!;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3">
      <Figure label="Scope" unit={unit}>
        {scope[unit]}
      </Figure>
      <Figure label="Done" unit={unit}>
        {done[unit]}
      </Figure>
      <Figure label="Left" unit={unit}>
        {sum(scope[unit], -done[unit])}
      </Figure>
      {history.startedOn !== null && (
        <>
          <Figure label="Added after the start" unit={unit}>
            {history.added[unit] === 0 ? 0 : `+${history.added[unit]}`}
          </Figure>
          <Figure label="Removed after the start" unit={unit}>
            {history.removed[unit] === 0 ? 0 : `−${history.removed[unit]}`}
          </Figure>
        </>
      )}
    </dl>
  );
}

/** These figures hold what was estimated; the line guesses what is open beside it, so that the two differ. */
function WithoutPoints({ done, open }: ReleaseHistory['withoutPoints']) {
  const all = done + open;
  if (all === 0) return null;
  const counted = all === 1 ? 'One item without points counts as 0 here' : `${all} items without points count as 0 here`;
  const guessed = open === 0 ? '' : ` The line counts the ${open === 1 ? 'one that is open' : `${open} that are open`} by a guess.`;
  return <p className="num -mt-3 text-s text-pretty text-ink-2">{`${counted}${open > 0 && done > 0 ? `: ${done} done, ${open} open` : ''}.${guessed}`}</p>;
}

function Figure({ label, unit, children }: { label: string; unit: Unit; children: ReactNode }) {
  return (
    <div>
      <dt className="text-s text-ink-2">{label}</dt>
      <dd className="num text-figure font-semibold">
        {children} <span className="text-s font-normal text-ink-3">{unit}</span>
      </dd>
    </div>
  );
}
