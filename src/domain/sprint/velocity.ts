import { z } from 'zod';
import type { Collections, View } from '../collections.ts';
import { median } from '../estimation/median.ts';
import type { Day } from '../kernel/day.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { aboutSprints, pastGoesBy, pastOfSprint, SPRINT_FACTS, SprintPast } from './sprint-past.ts';
import { sprintsOfTeam } from './sprint.ts';
import { less, type Work, type WorkUnit } from './work.ts';

/** What a team took on in a sprint, and what of all that was in it was done when it closed. */
export interface SprintResult {
  readonly sprint: string;
  readonly closedOn: Day;
  readonly committed: Work;
  readonly done: Work;
}

/** The middle of the newest closed sprints, and the worst and the best of them. */
export interface Range {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of how many sprints. */
  readonly sprints: number;
}

/** What a team really did sprint by sprint. */
export interface Velocity {
  /** Oldest first. */
  readonly sprints: readonly SprintResult[];
  /** Null while no sprint is closed. */
  readonly range: Readonly<Record<WorkUnit, Range>> | null;
}

/** How many closed sprints are told, and how many of them, the newest, make the range: as many as a capacity is taken from. */
const MOST = 12;
const IN_RANGE = 6;

export const velocity: HistoryReading<Collections, { team: string }, readonly SprintPast[], Velocity> = {
  name: 'velocity',
  does: 'What a team took on and what it did in each of its last closed sprints, in points, hours and items, with the middle and the spread.',
  route: '/teams/{team}/velocity',
  input: z.strictObject({ team: ref('team') }),
  needs: (_, { team }) => [{ may: 'read', on: { in: 'team', id: team } }],
  follows: SPRINT_FACTS,
  about: (view, { team }) => aboutSprints(closedOf(view, team)),
  goesBy: (view, { team }) => {
    const sprints = closedOf(view, team);
    return [...sprints, ...(sprints[0] === undefined ? [] : pastGoesBy(view, sprints[0]))];
  },
  start: (view, { team }) => closedOf(view, team).map((sprint) => new SprintPast(pastOfSprint(view, sprint))),
  step(pasts, fact) {
    for (const past of pasts) past.take(fact);
    return pasts;
  },
  zone: (view, { team }) => view.get('team', team).zone,
  answer(pasts) {
    const sprints = pasts.flatMap(resultOf);
    const newest = sprints.slice(-IN_RANGE);
    const range = (unit: WorkUnit) => rangeOf(newest.map(({ done }) => done[unit]));
    return { sprints, range: newest.length === 0 ? null : { points: range('points'), hours: range('hours'), items: range('items') } };
  },
};

const closedOf = (view: View, team: string): string[] =>
  Array.from(view.list(sprintsOfTeam, team))
    .flatMap(({ id, state }) => (state === 'closed' ? [id] : []))
    .slice(-MOST);

/** Nothing of one whose facts the asker does not see. */
function resultOf({ of, ended, atStart, now }: SprintPast): SprintResult[] {
  return ended === null ? [] : [{ sprint: of.sprint, closedOn: ended.day, committed: atStart.scope, done: less(now.scope, now.left) }];
}

const rangeOf = (amounts: readonly number[]): Range => ({
  median: median(amounts),
  least: Math.min(...amounts),
  most: Math.max(...amounts),
  sprints: amounts.length,
});
