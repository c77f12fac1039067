import type { StateGroup } from '../backlog/state-group.ts';
import { statesOf } from '../backlog/state.ts';
import type { View } from '../collections.ts';
import { peopleIn } from '../team/gaps.ts';

/** Begun and not finished. */
const UNDER_WAY: readonly StateGroup[] = ['in-progress', 'in-review'];

export const isUnderWay = (group: StateGroup): boolean => UNDER_WAY.includes(group);

/**
 * How many rows a team has under way at once: what the limits of the states between ready and done come to. Where one of them has none, as
 * many as there are people in the team, and one where nobody has said who is.
 */
export function slotsOf(view: View, product: string, team: string): number {
  const states = [...view.list(statesOf, product)].filter(({ group }) => isUnderWay(group));
  const limits = states.map(({ wipLimit }) => wipLimit).filter((limit) => limit !== null);
  const isLimited = limits.length > 0 && limits.length === states.length;
  return Math.max(1, isLimited ? limits.reduce((all, limit) => all + limit, 0) : peopleIn(view, team));
}
