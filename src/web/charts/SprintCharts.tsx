import { teamsOf } from '../../domain/backlog/team-of.ts';
import { sprintBurndown } from '../../domain/sprint/burndown.ts';
import { activeSprint } from '../../domain/sprint/sprint-rules.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import type { WorkUnit } from '../../domain/sprint/work.ts';
import { burndownChart } from '../sprint/burndown/sprint-charts.ts';
import { TeamVelocity } from '../sprint/burndown/TeamVelocity.tsx';
import { useHistoryReading, useLook, useMe } from '../store/hooks.ts';
import { Chart } from '../ui/chart/Chart.tsx';
import type { Shown } from '../ui/chart/ChartFrame.tsx';

interface SprintChartsProps {
  readonly product: string;
  readonly unit: WorkUnit;
  readonly shown: Shown;
}

/** The sprints of those who work on a product: what is left of the one under way, and what the last ones came to. */
export function SprintCharts({ product, unit, shown }: SprintChartsProps) {
  const { may } = useMe();
  const teams = useLook(
    (view) =>
      teamsOf(view, product)
        .filter(({ works }) => works === 'sprints')
        .map(({ id, name }) => ({ id, name, active: activeSprint(view, id) })),
    [product],
  ).filter(({ id }) => may('read', { in: 'team', id }));
  return teams.map(({ id, name, active }) => (
    <div key={id} className="contents">
      {active && <ActiveBurndown sprint={active} unit={unit} shown={shown} />}
      <TeamVelocity team={id} unit={unit} title={teams.length < 2 ? 'Velocity' : `Velocity of ${name}`} shown={shown} />
    </div>
  ));
}

function ActiveBurndown({ sprint, unit, shown }: { sprint: Sprint; unit: WorkUnit; shown: Shown }) {
  const { value } = useHistoryReading(sprintBurndown, { sprint: sprint.id });
  return value && value.startedOn !== null ? <Chart chart={burndownChart(value, unit, `Burndown of ${sprint.name}`)} {...shown} /> : null;
}
