import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { endOf, nextStart } from '../sprint/cadence.ts';
import { isOpenSprint } from '../sprint/sprint-rules.ts';
import { sprintsOfTeam } from '../sprint/sprint.ts';
import type { Team } from '../team/team.ts';
import type { Stretch } from '../team/working-days.ts';
import { comingRounds } from './coming-rounds.ts';

/** The next rounds of a team: its sprints that are not over, on their own days, and after them what its cadence makes; while it has none, and in flow, rounds from the one that the day lies in. */
export function comingSprints(view: View, team: Team, { today, count }: { today: Day; count: number }): Stretch[] {
  const rounds = team.works === 'flow' ? [] : ownSprints(view, team, today);
  if (rounds.length === 0) return comingRounds(team, today, count);
  let after = rounds.reduce((last, { to }) => (to > last ? to : last), today);
  while (rounds.length < count) {
    const from = nextStart(team, { after, today });
    after = endOf(team, from);
    rounds.push({ from, to: after });
  }
  return rounds.slice(0, count);
}

const ownSprints = (view: View, { id }: Team, today: Day): Stretch[] =>
  Array.from(view.list(sprintsOfTeam, id))
    .filter(isOpenSprint)
    .flatMap(({ startOn, endOn }) => (startOn !== null && endOn !== null && endOn >= today ? [{ from: startOn, to: endOn }] : []));
