import type { View } from '../collections.ts';
import { dayIn, type Day, type Instant } from '../kernel/day.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { sprintsOfTeam, type Sprint } from './sprint.ts';

/** Planned or under way: what a team still does something with. */
export const isOpenSprint = ({ state }: Pick<Sprint, 'state'>): boolean => state === 'planned' || state === 'active';

/** The day of a sprint is its team's; of one that was imported, its product's. */
export const dayInSprint = (view: View, { team, product }: Sprint, now: Instant): Day =>
  dayIn((team === null ? view.get('product', product) : view.get('team', team)).zone, now);

/** The sprint that a team is in; undefined while it is in none. */
export const activeSprint = (view: View, team: string): Sprint | undefined =>
  Array.from(view.list(sprintsOfTeam, team)).find(({ state }) => state === 'active');

/** The sprint that a team does next; undefined while none is planned. */
export const nextSprint = (view: View, team: string): Sprint | undefined => Array.from(view.list(sprintsOfTeam, team)).find(({ state }) => state === 'planned');

/** Only a sprint that is planned or under way, of a team that is known, is changed. */
export function refusesClosed({ id, state }: Sprint): Blocker[] {
  if (state === 'imported') return [{ code: 'sprint-without-team', sprint: id }];
  return state === 'closed' ? [{ code: 'sprint-closed', sprint: id }] : [];
}

/** A team is in one sprint at a time: none of its others that are not closed has a day of these. */
export function refusesOverlap(view: View, { id, team, startOn, endOn }: Pick<Sprint, 'team' | 'startOn' | 'endOn'> & { id: string | null }): Blocker[] {
  if (team === null || startOn === null || endOn === null) return [];
  const other = Array.from(view.list(sprintsOfTeam, team)).find((one) => one.id !== id && isOpenSprint(one) && overlaps(one, startOn, endOn));
  return other ? [{ code: 'sprints-overlap', sprint: other.id }] : [];
}

/** Whether a sprint has a day between two days, both counted. */
export const overlaps = (sprint: Sprint, from: Day, to: Day): boolean =>
  sprint.startOn !== null && sprint.endOn !== null && sprint.startOn <= to && from <= sprint.endOn;

/** What must be so of every sprint, whatever is taken back: it ends after it starts, overlaps no other of its team, and is the only one under way. */
export function brokenSprint(view: View, sprint: Sprint): Blocker | null {
  const { id, team, startOn, endOn, state } = sprint;
  if (startOn !== null && endOn !== null && endOn < startOn) return { code: 'date-before-start', start: startOn, date: endOn };
  if (team === null || !isOpenSprint(sprint)) return null;
  const active = state === 'active' ? Array.from(view.list(sprintsOfTeam, team)).find((one) => one.id !== id && one.state === 'active') : undefined;
  return active ? { code: 'sprint-running', sprint: active.id } : (refusesOverlap(view, sprint)[0] ?? null);
}
