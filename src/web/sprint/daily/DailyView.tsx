import { MonitorUp } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { Button } from '../../ui/Button.tsx';
import { Impediments } from './Impediments.tsx';
import { Remaining } from './Remaining.tsx';
import { Since } from './Since.tsx';
import { useDaily } from './use-daily.ts';
import { WhoHasWhat } from './WhoHasWhat.tsx';
import { YesterdaysPlan } from './YesterdaysPlan.tsx';

export interface DailyViewProps {
  readonly sprint: Sprint;
  readonly onOpen: (item: string) => void;
}

/** What the team looks at together each day: what remains, what went on since the last one, what is in the way, and who has what. */
export function DailyView({ sprint, onOpen }: DailyViewProps) {
  const daily = useDaily(sprint);
  const { today, since } = daily.days;
  const go = useNavigate();
  const toWall = () => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, wall: 'on' }) } as never); // the query is checked where it is read
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-290 grid-cols-2 items-start gap-x-8 gap-y-6 px-4 py-5 @max-4xl/main:grid-cols-1">
        <div className="col-span-full flex flex-wrap items-center justify-between gap-3">
          <Remaining daily={daily} />
          <span className="max-tablet:hidden">
            <Button icon={<MonitorUp aria-hidden="true" />} onClick={toWall}>
              On a wall screen
            </Button>
          </span>
        </div>
        <Since news={daily.news} today={today} since={since} onOpen={onOpen} />
        <Impediments sprint={sprint} today={today} />
        <YesterdaysPlan plan={daily.plan} today={today} since={since} onOpen={onOpen} />
        <WhoHasWhat sprint={sprint} onOpen={onOpen} />
      </div>
    </div>
  );
}
