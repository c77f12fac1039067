import type { ReactNode } from 'react';
import { sprintBurndown, type Burndown } from '../../../domain/sprint/burndown.ts';
import { loadOf } from '../../../domain/planning/sprint-load.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import { ChartControls, useTables } from '../../charts/ChartControls.tsx';
import { useToday } from '../../item/use-today.ts';
import { useFault, useHistoryReading, useLook } from '../../store/hooks.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { HistoryNotLoaded } from '../../app/HistoryNotLoaded.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { burndownChart } from './sprint-charts.ts';
import { SprintScope } from './SprintScope.tsx';
import { TeamVelocity } from './TeamVelocity.tsx';
import { useWorkUnit, WORK_UNIT_NAMES } from './use-work-unit.ts';

interface BurndownViewProps {
  readonly sprint: Sprint;
  readonly onOpen: (item: string) => void;
  /** What stands above the charts. */
  readonly children?: ReactNode;
}

/** How a sprint goes, day by day, in what it is counted in; and what its team did in the sprints before. */
export function BurndownView({ sprint, onOpen, children }: BurndownViewProps) {
  const { state, value } = useHistoryReading(sprintBurndown, { sprint: sprint.id });
  const unit = useWorkUnit(sprint.product);
  const today = useToday(sprint.product);
  const onFault = useFault();
  const tables = useTables();
  const shown = { today, isTable: tables.isTable, name: sprint.name, onFault };
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-300 grid-cols-[minmax(0,1fr)] gap-5 p-6 max-tablet:p-4">
        {children}
        <ChartControls label="Counted in" units={WORK_UNIT_NAMES} unit={unit} tables={tables} />
        {state === 'failed' && <HistoryNotLoaded />}
        {state === 'loading' && <Skeleton className="h-65" />}
        {value && (
          <>
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,440px),1fr))] gap-4">
              {value.startedOn !== null && <Chart chart={burndownChart(value, unit, 'Burndown')} {...shown} />}
              {sprint.team !== null && <TeamVelocity team={sprint.team} unit={unit} shown={shown} />}
            </div>
            <Missing burndown={value} unit={unit} />
            {unit === 'points' && isOpenSprint(sprint) && <Guessed sprint={sprint} />}
            <SprintScope burndown={value} unit={unit} today={today} onOpen={onOpen} />
          </>
        )}
      </div>
    </div>
  );
}

/** What is drawn was estimated; the plan guesses what is not, so that the two differ. */
function Guessed({ sprint }: { sprint: Sprint }) {
  const { guessed, unit, load } = useLook((view) => loadOf(view, sprint), [sprint]);
  if (guessed === 0 || unit !== 'points') return null;
  const cards = guessed === 1 ? 'One card without points counts as 0 here.' : `${guessed} cards without points count as 0 here.`;
  return <p className="num text-s text-ink-2">{`${cards} The plan counts ${guessed === 1 ? 'it' : 'them'} by a guess, and comes to ${load}.`}</p>;
}

/** What the drawing cannot say. */
function Missing({ burndown: { startedOn, start, days, ideal }, unit }: { burndown: Burndown; unit: WorkUnit }) {
  const says = [
    startedOn === null && 'It has not started: from its start on, what is left is drawn here day by day.',
    startedOn !== null && ideal.length === 0 && 'The team works on none of its days, so there is no even pace to hold it against.',
    unit === 'hours' && startedOn !== null && start.scope.hours === 0 && days.every(({ scope }) => scope.hours === 0) && 'Nothing in it is estimated in hours.',
  ].filter((one) => one !== false);
  return says.map((one) => (
    <p key={one} className="text-ink-2">
      {one}
    </p>
  ));
}
