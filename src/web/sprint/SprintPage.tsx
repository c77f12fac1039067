import { useParams, useSearch } from '@tanstack/react-router';
import { importedSprints, shownFlowTeam, sprintsFor } from '../../domain/sprint/shown-sprint.ts';
import type { Sprint } from '../../domain/sprint/sprint.ts';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { Shell } from '../app/Shell.tsx';
import type { At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { useLook } from '../store/hooks.ts';
import { NoSprint } from './NoSprint.tsx';
import { BoardThen } from './board/BoardThen.tsx';
import { BoardView } from './board/BoardView.tsx';
import { BurndownView } from './burndown/BurndownView.tsx';
import { WallDaily } from './daily/WallDaily.tsx';
import { DailyView } from './daily/DailyView.tsx';
import { ReportView } from './report/ReportView.tsx';
import { PlanView } from './plan/PlanView.tsx';
import { FlowPage } from './flow/FlowPage.tsx';
import { SprintFrame } from './SprintFrame.tsx';
import { SprintBar, SprintSwitch } from './SprintBar.tsx';
import { useSprintLooks } from './use-sprint-looks.ts';
import { SprintDeeds } from './SprintDeeds.tsx';

/** The sprint of a team: the one under way, else the next, unless the address names another; of a team in flow its queue and board. */
export function SprintPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const { sprint: wanted, team } = useSearch({ strict: false }) as { sprint?: string; team?: string };
  const product = useLook((view) => productOfKey(view, key), [key]);
  const sprint = useLook(
    (view) => {
      if (product === undefined) return undefined;
      const all = sprintsFor(view, product);
      return wanted === undefined ? all[0] : [...all, ...importedSprints(view, product)].find(({ id }) => id === wanted);
    },
    [product, wanted],
  );
  const inFlow = useLook(
    (view) => (product === undefined || wanted !== undefined ? undefined : shownFlowTeam(view, product, team)?.id),
    [product, wanted, team],
  );
  const brought = useLook((view) => (product === undefined ? 0 : importedSprints(view, product).length), [product]);
  if (product === undefined || (wanted !== undefined && !sprint)) return <NotFoundPage />;
  if (inFlow !== undefined) return <FlowPage key={inFlow} team={inFlow} product={product} />;
  if (!sprint)
    return (
      <Shell
        title="Sprint"
        bar={
          brought === 0 ? undefined : (
            <SprintSwitch shown={{ id: '', says: brought === 1 ? 'One imported sprint' : `${brought} imported sprints` }} product={product} />
          )
        }
      >
        <NoSprint product={product} />
      </Shell>
    );
  return <Loaded key={sprint.id} sprint={sprint} product={product} />;
}

function Loaded({ sprint, product }: { sprint: Sprint; product: string }) {
  const { look, views, isOnWall } = useSprintLooks(sprint);
  if (isOnWall) return <WallDaily sprint={sprint} />;
  return (
    <SprintFrame title={sprint.name} views={views} right={<SprintDeeds sprint={sprint} />} bar={<SprintBar sprint={sprint} product={product} />}>
      {(open) => (
        <>
          {look === 'board' && sprint.state === 'closed' && <BoardThen sprint={sprint} onOpen={open} />}
          {look === 'board' && sprint.state !== 'closed' && <BoardView sprint={sprint} product={product} onOpen={open} />}
          {look === 'daily' && <DailyView sprint={sprint} onOpen={open} />}
          {look === 'burndown' && <BurndownView sprint={sprint} onOpen={open} />}
          {look === 'report' && <ReportView sprint={sprint} onOpen={open} />}
          {look === 'plan' && <PlanView sprint={sprint} product={product} onOpen={open} />}
        </>
      )}
    </SprintFrame>
  );
}
