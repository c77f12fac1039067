import { useNavigate, useParams } from '@tanstack/react-router';
import { velocity } from '../../../domain/sprint/velocity.ts';
import type { WorkUnit } from '../../../domain/sprint/work.ts';
import { places, type At } from '../../app/places.ts';
import { useHistoryReading, useLook } from '../../store/hooks.ts';
import { Bars } from '../../ui/chart/Bars.tsx';
import type { Shown } from '../../ui/chart/ChartFrame.tsx';
import { velocityChart } from './sprint-charts.ts';

interface TeamVelocityProps {
  readonly team: string;
  readonly unit: WorkUnit;
  /** What the chart is called where there are several teams. */
  readonly title?: string;
  readonly shown: Shown;
}

/** What a team did in its last closed sprints; nothing while there is none. A bar opens its sprint. */
export function TeamVelocity({ team, unit, title = 'Velocity', shown }: TeamVelocityProps) {
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const { value } = useHistoryReading(velocity, { team });
  const names = useLook((view) => Object.fromEntries((value?.sprints ?? []).map(({ sprint }) => [sprint, view.find('sprint', sprint)?.name ?? ''])), [value]);
  const onOpen = (sprint: string) => void go({ to: places.sprint(at), search: { sprint } as never }); // as the address is written
  const chart = value && velocityChart(value, unit, { title, names, onOpen });
  return chart ? <Bars chart={chart} {...shown} /> : null;
}
