import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** People who deliver together. */
export interface Team extends Entity {
  readonly name: string;
  /** The products it works on. */
  readonly products: readonly string[];
  /** What it delivers in two weeks, in the unit of its products; null while nobody has said. */
  readonly pace: number | null;
  /** The day on which somebody set the pace; null: none is set, or nobody knows when. */
  readonly paceSetOn: Day | null;
  /** IANA name of the zone whose day is the team's. */
  readonly zone: string;
  /** In sprints, or in continuous flow. */
  readonly works: TeamWorks;
  /** Days of the week on which it works, Monday is 1. */
  readonly workingDays: readonly number[];
  /** How long its sprints are. */
  readonly sprintWeeks: number;
  /** A day on which one of its sprints began, from which the next ones are counted; null while it has none. */
  readonly sprintsFrom: Day | null;
  /** At most so many items in progress, for a team in flow; null: no limit. */
  readonly wipLimit: number | null;
  /** How many hours of it are a point, for what is estimated in hours; null while nobody has said. */
  readonly hoursPerPoint: number | null;
}

/** How a team goes by for a guest who does not see it: an item of it is not one of the teams that they see, nor of none. Every such team by the same. */
export const HIDDEN_TEAM = '00000000-0000-7000-8000-000000000000';

export type TeamWorks = 'sprints' | 'flow';

/** What a team is like while nobody has said otherwise. */
export const USUAL_TEAM = {
  paceSetOn: null,
  works: 'sprints',
  workingDays: [1, 2, 3, 4, 5],
  sprintWeeks: 2,
  sprintsFrom: null,
  wipLimit: null,
  hoursPerPoint: null,
} as const satisfies Partial<Team>;

/** All teams by name. */
export const teamsByName: IndexOf<Team> = { name: 'teamsByName', in: 'team', group: () => 'all', order: ({ name }) => name };

export const teams: Collection<Team> = {
  name: 'team',
  resource: 'teams',
  fields: {
    name: { kind: 'text', label: 'Name', max: 100 },
    products: { kind: 'refs', label: 'Products', to: 'product' },
    pace: { kind: 'number', label: 'Pace per two weeks', history: true },
    paceSetOn: { kind: 'day', label: 'Pace set on' },
    zone: { kind: 'text', label: 'Time zone', max: 64 },
    works: { kind: 'choice', label: 'Works in', history: true },
    workingDays: { kind: 'json', label: 'Working days', history: true },
    sprintWeeks: { kind: 'number', label: 'Sprint length' },
    sprintsFrom: { kind: 'day', label: 'Sprints from' },
    wipLimit: { kind: 'number', label: 'WIP limit', history: true },
    hoursPerPoint: { kind: 'number', label: 'Hours of a point' },
  },
};
