import type { View } from '../collections.ts';
import { teamsOf } from '../backlog/team-of.ts';
import type { Team } from '../team/team.ts';
import { isOpenSprint } from './sprint-rules.ts';
import { sprintsByName, sprintsOfTeam, type Sprint } from './sprint.ts';

/** The sprints of the teams that work on a product: under way, planned by date, then closed, the newest first. */
export function sprintsFor(view: View, product: string): Sprint[] {
  const all = teamsOf(view, product).flatMap(({ id }) => Array.from(view.list(sprintsOfTeam, id)));
  const inState = (state: Sprint['state']) => all.filter((sprint) => sprint.state === state).sort((a, b) => ((a.startOn ?? '') < (b.startOn ?? '') ? -1 : 1));
  return [...inState('active'), ...inState('planned'), ...inState('closed').toReversed()];
}

/** The sprints that came with an import: of no team and without days, so the one with the highest number in its name is taken for the newest. */
export function importedSprints(view: View, product: string): Sprint[] {
  const imported = Array.from(view.list(sprintsByName, product)).filter(({ state }) => state === 'imported');
  return imported.sort((a, b) => BY_NUMBER.compare(b.name, a.name));
}

const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** The team in flow that is looked at: the one that is named, else the first of the product where no sprint is planned or under way. */
export function shownFlowTeam(view: View, product: string, named?: string): Team | undefined {
  const inFlow = teamsOf(view, product).filter(({ works }) => works === 'flow');
  if (named !== undefined) return inFlow.find(({ id }) => id === named);
  return sprintsFor(view, product).some(isOpenSprint) ? undefined : inFlow[0];
}
