import type { View } from '../collections.ts';
import type { Blocker } from '../kernel/refusal.ts';
import type { Team } from '../team/team.ts';
import { itemsInSprint, sprintsOfTeam, type Sprint } from './sprint.ts';
import { isOpenSprint } from './sprint-rules.ts';

/** A team does not leave a product whose items stand in one of its sprints, planned or under way. */
export function refusesLeftInSprint(view: View, { id: team, products }: Pick<Team, 'id' | 'products'>): Blocker[] {
  const open = Array.from(view.list(sprintsOfTeam, team)).filter(isOpenSprint);
  return open.flatMap((sprint) => leftIn(view, sprint, products));
}

function leftIn(view: View, { id: sprint, product: home }: Sprint, products: readonly string[]): Blocker[] {
  const left = Array.from(view.list(itemsInSprint, sprint)).find(({ product }) => product !== home && !products.includes(product));
  return left ? [{ code: 'left-in-sprint', item: left.id, sprint }] : [];
}
