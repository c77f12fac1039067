import type { View } from '../collections.ts';
import { teamsOf } from '../backlog/team-of.ts';
import type { Team } from '../team/team.ts';
import { isOpenSprint } from './sprint-rules.ts';
import { sprintsOfTeam, type Sprint } from './sprint.ts';

/** The sprints of the teams that work on a product: under way, planned by date, then closed, the newest first. */
export function sprintsFor(view: View, product: string): Sprint[] {
  const all = teamsOf(view, product).flatMap(({ id }) => Array.from(view.list(sprintsOfTeam, id)));
  const inState = (state: Sprint['state']) => all.filter((sprint) => sprint.state === state).sort((a, b) => ((a.startOn ?? '') < (b.startOn ?? '') ? -1 : 1));
  return [...inState('active'), ...inState('planned'), ...inState('closed').toReversed()];
}

/** The team in flow that is looked at: the one that is named, else the first of the product where no sprint is planned or under way. */
export function shownFlowTeam(view: View, product: string, named?: string): Team | undefined {
  const inFlow = teamsOf(view, product).filter(({ works }) => works === 'flow');
  if (named !== undefined) return inFlow.find(({ id }) => id === named);
  return sprintsFor(view, product).some(isOpenSprint) ? undefined : inFlow[0];
}
