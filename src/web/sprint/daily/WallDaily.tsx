import { useEffect, useState } from 'react';
import { Minimize2 } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { burndownChart } from '../burndown/sprint-charts.ts';
import { nameIn } from '../../app/name-in.ts';
import { useFault, useShown } from '../../store/hooks.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { shortDay } from '../../ui/format-day.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeyListener, useKeys } from '../../ui/use-keys.ts';
import { Impediments } from './Impediments.tsx';
import { Remaining } from './Remaining.tsx';
import { Since } from './Since.tsx';
import { useDaily } from './use-daily.ts';
import { WhoHasWhat } from './WhoHasWhat.tsx';
import { YesterdaysPlan } from './YesterdaysPlan.tsx';

/** The page is laid out for this width and drawn as much larger as the screen is wider: read from across a room. */
const LAID_OUT_PX = 1200;

/** The daily over the whole of a screen on the wall, in large type: what does not fit is counted, so that nobody has to scroll. */
export function WallDaily({ sprint }: { sprint: Sprint }) {
  const daily = useDaily(sprint);
  const { today, since } = daily.days;
  const onFault = useFault();
  const zoom = useZoom();
  const go = useNavigate();
  const name = nameIn(useShown());
  const back = (item: string | undefined) => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, wall: undefined, item }) } as never); // the query is checked where it is read
  const leave = () => back(undefined);
  const onOpen = (item: string) => back(name('item', item));
  useKeyListener(); // there is no frame around it that does
  useKeys([{ keys: 'Escape', description: 'Back from the wall screen', group: 'Daily', run: leave }]);
  const shown = { today, isTable: false, name: sprint.name, onFault };
  return (
    <main aria-label={`Daily of ${sprint.name} on a wall screen`} className="h-dvh overflow-hidden bg-surface text-ink">
      <div className="flex flex-col gap-3 px-5 py-4" style={{ zoom, height: `${100 / zoom}dvh` }}>
        <header className="flex items-center gap-4">
          <h1 className="text-title font-semibold">{sprint.name}</h1>
          <span className="min-w-0 flex-1 truncate text-l text-ink-2" dir="auto">
            {sprint.goal}
          </span>
          <span className="num text-l text-ink-2">{sprint.endOn !== null && `until ${shortDay(sprint.endOn, today)}`}</span>
          <IconButton label="Back from the wall screen" icon={<Minimize2 aria-hidden="true" />} onClick={leave} />
        </header>
        <Remaining daily={daily} />
        <div className="grid min-h-0 flex-1 grid-cols-3 gap-x-8 overflow-hidden">
          <div className="min-h-0 overflow-hidden">
            <WhoHasWhat sprint={sprint} most={3} onOpen={onOpen} />
          </div>
          <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-hidden">
            <YesterdaysPlan plan={daily.plan} today={today} since={since} most={7} onOpen={onOpen} />
            <Since news={daily.news} today={today} since={since} most={6} onOpen={onOpen} />
          </div>
          <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-hidden">
            <Impediments sprint={sprint} today={today} isToLookAt />
            {daily.burndown && daily.burndown.startedOn !== null && <Chart chart={burndownChart(daily.burndown, daily.unit, 'Burndown')} {...shown} />}
          </div>
        </div>
      </div>
    </main>
  );
}

function useZoom(): number {
  const now = () => Math.max(1, Math.round((innerWidth / LAID_OUT_PX) * 100) / 100);
  const [zoom, setZoom] = useState(now);
  useEffect(() => {
    const follow = () => setZoom(now());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, []);
  return zoom;
}
