import type { Item } from '../backlog/item.ts';
import type { Entity } from '../kernel/change.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** `imported`: a round that items belonged to where they came from, a name to show and to filter by. */
export const SPRINT_STATES = ['imported', 'planned', 'active', 'closed'] as const;
export type SprintState = (typeof SPRINT_STATES)[number];

/** A round of work of one team. */
export interface Sprint extends Entity {
  /** Where it is planned; a team of several products takes items of all of them into it. */
  readonly product: string;
  /** Null where it was imported: then only its name is known. */
  readonly team: string | null;
  readonly name: string;
  readonly goal: string;
  readonly startOn: Day | null;
  /** The last day, itself counted. */
  readonly endOn: Day | null;
  readonly state: SprintState;
  /** When it was started: what was in it then is its scope, everything later a change of it. */
  readonly startedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Its velocity: what of its cards was done in the moment in which it was closed, whatever becomes of them. Null while it is open, or where nobody counted. */
  readonly donePoints: number | null;
  readonly doneItems: number | null;
  /** The current versions of the notes of its review and its retrospective. */
  readonly review: string | null;
  readonly retrospective: string | null;
}

/** A sprint of which nothing is known but its name. */
export const importedSprint = ({ id, product, name }: Pick<Sprint, 'id' | 'product' | 'name'>): Omit<Sprint, 'touchedAt' | 'version'> => ({
  ...SPRINT_WITHOUT_TEAM,
  id,
  product,
  name,
});

/** What a sprint is before anything is known of it. */
export const SPRINT_WITHOUT_TEAM = {
  team: null,
  goal: '',
  startOn: null,
  endOn: null,
  state: 'imported',
  startedAt: null,
  closedAt: null,
  donePoints: null,
  doneItems: null,
  review: null,
  retrospective: null,
} as const satisfies Partial<Sprint>;

export const sprintsByName: IndexOf<Sprint> = { name: 'sprintsByName', in: 'sprint', group: ({ product }) => product, order: ({ name }) => name };

/** A team's sprints, oldest first. */
export const sprintsOfTeam: IndexOf<Sprint> = {
  name: 'sprintsOfTeam',
  in: 'sprint',
  group: ({ team }) => team,
  order: ({ startOn, name }) => `${startOn ?? '9999-99-99'} ${name}`,
};

/** Everything that is in a sprint, open or not, in the order that its team gave it. */
export const itemsInSprint: IndexOf<Item> = { name: 'itemsInSprint', in: 'item', group: ({ sprint }) => sprint, order: ({ sprintRank }) => sprintRank ?? '' };

export const sprints: Collection<Sprint> = {
  name: 'sprint',
  resource: 'sprints',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: sprintsByName },
    team: { kind: 'ref', label: 'Team', to: 'team', by: sprintsOfTeam },
    name: { kind: 'text', label: 'Name', max: 100 },
    goal: { kind: 'text', label: 'Sprint goal', max: 500 },
    startOn: { kind: 'day', label: 'Start', history: true },
    endOn: { kind: 'day', label: 'End', history: true },
    state: { kind: 'choice', label: 'State', history: true },
    startedAt: { kind: 'instant', label: 'Started', with: 'state' },
    closedAt: { kind: 'instant', label: 'Closed', with: 'state' },
    donePoints: { kind: 'number', label: 'Points done', with: 'state' },
    doneItems: { kind: 'number', label: 'Items done', with: 'state' },
    review: { kind: 'long-text', label: 'Review' },
    retrospective: { kind: 'long-text', label: 'Retrospective' },
  },
};
