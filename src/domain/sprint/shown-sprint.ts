import type { View } from '../collections.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { sprintsOfTeam, type Sprint } from './sprint.ts';

/** The sprints of the teams that work on a product: under way, planned by date, then closed, the newest first. */
export function sprintsFor(view: View, product: string): Sprint[] {
  const all = teamsOf(view, product).flatMap(({ id }) => Array.from(view.list(sprintsOfTeam, id)));
  const inState = (state: Sprint['state']) => all.filter((sprint) => sprint.state === state).sort((a, b) => ((a.startOn ?? '') < (b.startOn ?? '') ? -1 : 1));
  return [...inState('active'), ...inState('planned'), ...inState('closed').toReversed()];
}
