import type { View } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import { impedimentsOf, type Impediment } from './impediment.ts';
import type { Sprint } from './sprint.ts';

/** What was in the way of a team on some day of a sprint, from its start until it closed, or until today; oldest first. */
export function impedimentsDuring(view: View, { team, startedAt, closedAt }: Sprint): Impediment[] {
  if (team === null || startedAt === null) return [];
  const { zone } = view.get('team', team);
  const from = dayIn(zone, startedAt);
  const to = closedAt === null ? null : dayIn(zone, closedAt);
  return Array.from(view.list(impedimentsOf, team)).filter(
    ({ raisedOn, resolvedOn }) => (to === null || raisedOn <= to) && (resolvedOn === null || resolvedOn >= from),
  );
}
