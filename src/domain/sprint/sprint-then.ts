import { z } from 'zod';
import { byCodeUnit } from '../kernel/change.ts';
import type { Collections } from '../collections.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { aboutSprints, zoneOfSprint } from './sprint-past.ts';

/** A card as it stood at the end of its sprint. */
export interface CardThen {
  readonly item: string;
  readonly state: string;
  readonly assignee: string | null;
  readonly estimate: Estimate | null;
}

/** The board of a sprint in its last moment. */
export interface SprintThen {
  /** Null: it is not closed, and the board is the one of today. */
  readonly closedOn: Day | null;
  /** In the order that the team gave them. */
  readonly cards: readonly CardThen[];
}

const FIELDS = ['sprint', 'sprintRank', 'state', 'type', 'parent', 'assignee', 'estimate', 'trashedAt'] as const;
type Past = Partial<Record<(typeof FIELDS)[number], Fact['to']>>;

interface State {
  readonly sprint: string;
  readonly zone: string;
  readonly pasts: Map<string, Past>;
  last: SprintThen;
}

const OPEN: SprintThen = { closedOn: null, cards: [] };

export const sprintThen: HistoryReading<Collections, { sprint: string }, State, SprintThen> = {
  name: 'sprintThen',
  does: 'The cards of a closed sprint as they stood in its last moment: state, person, estimate and order.',
  route: '/sprints/{sprint}/last-moment',
  input: z.strictObject({ sprint: ref('sprint') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  follows: [{ in: 'sprint', field: 'state' }, ...FIELDS.map((field) => ({ in: 'item', field }))],
  about: (_, { sprint }) => aboutSprints([sprint]),
  goesBy: (view, { sprint }) => [sprint, zoneOfSprint(view, sprint)],
  start: (view, { sprint }) => ({ sprint, zone: zoneOfSprint(view, sprint), pasts: new Map(), last: OPEN }),
  step(state, fact) {
    if (fact.in === 'item') state.pasts.set(fact.id, { ...state.pasts.get(fact.id), [fact.field]: fact.to });
    else if (fact.id === state.sprint) {
      const closedOn = dayOfFact(fact, state.zone);
      state.last = fact.to === 'closed' ? { closedOn, cards: cardsIn(state) } : OPEN;
    }
    return state;
  },
  zone: (view, { sprint }) => zoneOfSprint(view, sprint),
  answer: ({ last }) => last,
};

/** As the board shows them: tasks stand under their story, and what is in the trash is not there. */
function cardsIn({ pasts, sprint }: State): CardThen[] {
  const cards = [...pasts].filter(
    ([, { sprint: where, type, parent, trashedAt }]) => where === sprint && (trashedAt ?? null) === null && (type !== 'task' || (parent ?? null) === null),
  );
  return cards
    .toSorted(([a, one], [b, other]) => byCodeUnit(text(one.sprintRank), text(other.sprintRank)) || byCodeUnit(a, b))
    .map(([item, { state, assignee, estimate }]) => ({
      item,
      state: text(state),
      assignee: (assignee ?? null) as string | null,
      estimate: (estimate ?? null) as Estimate | null,
    }));
}

const text = (value: Fact['to'] | undefined): string => (typeof value === 'string' ? value : '');
