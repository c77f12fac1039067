import { z } from 'zod';
import { teamOf, teamsOf } from './team-of.ts';
import { verb, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { amount } from '../estimation/estimate.ts';
import { teamEstimatesOf, type TeamEstimate } from '../estimation/team-estimate.ts';

export const setTeamEstimate = verb({
  name: 'setTeamEstimate',
  does: 'Say what an item takes of a team that works on it besides its own; 0: nothing.',
  route: ['PUT', '/items/{item}/team-estimates'],
  input: z.strictObject({ item: ref('item'), team: ref('team'), points: amount }),
  needs: (_, { item, team }) => [
    { may: 'edit-items', on: { in: 'item', id: item } },
    { may: 'read', on: { in: 'team', id: team } },
  ],
  blockers: (view, { item, team, points }) => (points === 0 ? [] : refusesTeam(view, { item, team })),
  run(draft, { item, team, points }, context) {
    const known = estimateOf(draft.workspace, { item, team });
    if (known && points === 0) draft.remove('teamEstimate', known.id);
    else if (known) draft.update('teamEstimate', known.id, { points });
    else if (points > 0) draft.create('teamEstimate', { id: context.newId(), item, team, points });
  },
});

/** A team is estimated for where it works on the product, and the item's own team by the item's estimate. */
function refusesTeam(view: View, { item: id, team }: Pick<TeamEstimate, 'item' | 'team'>): Blocker[] {
  const item = view.get('item', id);
  const teams = teamsOf(view, item.product);
  if (!teams.some((one) => one.id === team)) return [{ code: 'other-product', item: id }];
  return teamOf(view, item, teams[0]!.id) === team ? [{ code: 'same-twice', what: 'The estimate for its own team' }] : [];
}

const estimateOf = (view: View, { item, team }: Pick<TeamEstimate, 'item' | 'team'>): TeamEstimate | undefined =>
  Array.from(view.list(teamEstimatesOf, item)).find((one) => one.team === team);

/** What must be so of every estimate of a team: an item has one for each. */
export function brokenTeamEstimate(view: View, estimate: TeamEstimate): Blocker | null {
  const isTwice = Array.from(view.list(teamEstimatesOf, estimate.item)).some(({ id, team }) => id !== estimate.id && team === estimate.team);
  return isTwice ? { code: 'same-twice', what: 'An estimate for this team' } : null;
}
