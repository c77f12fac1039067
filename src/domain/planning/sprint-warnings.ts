import type { View } from '../collections.ts';
import { daysBetween } from '../kernel/day.ts';
import { sum } from '../estimation/sum.ts';
import { unitOf } from '../capacity/unit.ts';
import { loadsElsewhere } from './elsewhere.ts';
import { loadOf } from './sprint-load.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { workingDaysOf } from '../team/working-days.ts';

/** What should be looked at before a sprint is started. None of it stops anybody. */
export type SprintWarning =
  | { readonly code: 'unusual-length'; readonly days: number }
  | { readonly code: 'no-goal' }
  /** Holidays over all of it, or none of the days on which its team works. */
  | { readonly code: 'no-working-day' }
  /** Cards need a team that has more to do in the same days than it can. */
  | { readonly code: 'team-full'; readonly team: string; readonly over: number; readonly unit: 'points' | 'items' }
  | { readonly code: 'over-capacity'; readonly over: number; readonly unit: 'points' | 'items' };

/** Four weeks are usual at most, and nobody plans for less than three days. */
const LONGEST_DAYS = 28;
const SHORTEST_DAYS = 3;

/** Whether a round of so many days, the first and the last counted, is worth a second look. */
export const isUnusualLength = (days: number): boolean => days > LONGEST_DAYS || days < SHORTEST_DAYS;

/** What is unusual about a sprint: its length, the goal that is missing, no day to work on, more work than its team can do. */
export function warningsOf(view: View, sprint: Sprint): SprintWarning[] {
  const days = sprint.startOn === null || sprint.endOn === null ? null : daysBetween(sprint.startOn, sprint.endOn) + 1;
  const { load, capacity, unit } = loadOf(view, sprint);
  const isEmpty = days !== null && days > 0 && sprint.team !== null && workingDaysIn(view, sprint) === 0;
  return [
    ...(days !== null && isUnusualLength(days) ? [{ code: 'unusual-length' as const, days }] : []),
    ...(sprint.goal === '' ? [{ code: 'no-goal' as const }] : []),
    ...(isEmpty ? [{ code: 'no-working-day' as const }] : []),
    ...(capacity !== null && load > capacity ? [{ code: 'over-capacity' as const, over: sum(load, -capacity), unit }] : []),
    ...fullTeams(view, sprint),
  ];
}

/** The teams that cards of a sprint need and that have no room for them. */
const fullTeams = (view: View, sprint: Sprint): SprintWarning[] =>
  loadsElsewhere(view, sprint).flatMap(({ team, load, capacity }): SprintWarning[] =>
    capacity !== null && load > capacity ? [{ code: 'team-full', team, over: sum(load, -capacity), unit: unitOf(view, sprint.product) }] : [],
  );

/** On how many of its days a sprint's team works. */
const workingDaysIn = (view: View, { team, startOn, endOn }: Sprint): number =>
  workingDaysOf(view, view.get('team', team!), { from: startOn!, to: endOn! }).length; // asked of one with a team and days
