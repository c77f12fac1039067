import { useParams } from '@tanstack/react-router';
import { deliveredIn } from '../../domain/backlog/done.ts';
import { teamsOf } from '../../domain/backlog/team-of.ts';
import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import { sprintsOfTeam } from '../../domain/sprint/sprint.ts';
import { AppLink } from '../app/AppLink.tsx';
import { places, type At } from '../app/places.ts';
import { useLook } from '../store/hooks.ts';
import { notDrawn } from './not-drawn.ts';

/** Where charts would stand that have nothing to draw: which ones, what each of them waits for, and where that is done. */
export function NotDrawnYet({ product, history }: { product: string; history: FlowHistory }) {
  const at = useParams({ strict: false }) as At;
  const around = useLook(
    (view) => {
      const teams = teamsOf(view, product);
      return {
        lastDone: deliveredIn(view, product)[Symbol.iterator]().next().value?.closedOn ?? null,
        teams: teams
          .filter(({ works }) => works === 'sprints')
          .map(({ id }) => ({ hasClosed: Array.from(view.list(sprintsOfTeam, id)).some(({ state }) => state === 'closed') })),
        hasFlowTeam: teams.some(({ works }) => works === 'flow'),
      };
    },
    [product],
  );
  const missing = notDrawn(history, around);
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="not-drawn" className="grid min-w-0 content-start gap-3 rounded-panel border border-dashed border-edge-strong/70 p-3">
      <h3 id="not-drawn" className="font-semibold">
        Not drawn yet
      </h3>
      <dl className="grid gap-2.5">
        {missing.map(({ charts, why, act }) => (
          <div key={charts}>
            <dt className="font-medium">{charts}</dt>
            <dd className="num text-pretty text-ink-2">
              {why}{' '}
              {act !== null && (
                <AppLink
                  href={places[act.to](at)}
                  className="hit relative rounded-small whitespace-nowrap text-accent underline underline-offset-2 decoration-accent/40 hover:decoration-accent"
                >
                  {act.says}
                </AppLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
