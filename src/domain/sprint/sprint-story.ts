import { z } from 'zod';
import type { Collections, View } from '../collections.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { aboutSprints, zoneOfSprint } from './sprint-past.ts';

/** What is known of an item on the way: whether it is in the sprint now, and what it is. */
interface Known {
  isIn: boolean;
  isTask: boolean;
  state: string | null;
  estimate: Estimate | null;
}

/** A card that came or went, or went on to another state. */
export interface StoryMove {
  readonly item: string;
  readonly on: Day;
}
export interface StateMove extends StoryMove {
  readonly from: string | null;
  readonly to: string;
}

/** One fold steps it in place. */
interface State {
  readonly sprint: string;
  readonly zone: string;
  readonly doneStates: ReadonlySet<string>;
  readonly known: Map<string, Known>;
  phase: 'planned' | 'active' | 'closed';
  committed: string[];
  added: StoryMove[];
  removed: StoryMove[];
  moved: StateMove[];
  /** What was in the sprint and done when it closed; until then it is looked up. */
  done: string[];
}

/** What became of a sprint: its scope at the start, what came and went later, what was done; in points where there are any. */
export interface SprintStory {
  readonly committed: readonly string[];
  readonly added: readonly StoryMove[];
  readonly removed: readonly StoryMove[];
  readonly done: readonly string[];
  readonly moved: readonly StateMove[];
  readonly points: { readonly committed: number; readonly added: number; readonly removed: number; readonly done: number };
}

export const sprintStory: HistoryReading<Collections, { sprint: string }, State, SprintStory> = {
  name: 'sprintStory',
  does: 'What became of a sprint: what it began with, what was added and taken out later, what went on when, and what was done.',
  route: '/sprints/{sprint}/story',
  input: z.strictObject({ sprint: ref('sprint') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  follows: [
    { in: 'sprint', field: 'state' },
    { in: 'item', field: 'sprint' },
    { in: 'item', field: 'state' },
    { in: 'item', field: 'type' },
    { in: 'item', field: 'estimate' },
  ],
  about: (_, { sprint }) => aboutSprints([sprint]),
  goesBy: (view, { sprint }) => [sprint, zoneOfSprint(view, sprint), ...doneStates(view)],
  start: (view, { sprint }) => ({
    sprint,
    zone: zoneOfSprint(view, sprint),
    doneStates: new Set(doneStates(view)),
    known: new Map(),
    phase: 'planned',
    committed: [],
    added: [],
    removed: [],
    moved: [],
    done: [],
  }),
  step(state, fact) {
    if (fact.in === 'sprint') stepSprint(state, fact);
    else stepItem(state, fact);
    return state;
  },
  answer(state) {
    const { committed, added, removed, moved } = state;
    const done = state.phase === 'closed' ? state.done : doneNow(state);
    const points = (ids: readonly string[]) => ids.reduce((total, id) => total + (pointsOf(state.known.get(id)?.estimate ?? null) ?? 0), 0);
    return {
      committed,
      added,
      removed,
      done,
      moved,
      points: {
        committed: points(committed),
        added: points(added.map(({ item }) => item)),
        removed: points(removed.map(({ item }) => item)),
        done: points(done),
      },
    };
  },
};

const doneStates = (view: View): string[] =>
  Array.from(view.all('state'))
    .flatMap(({ id, group }) => (group === 'done' ? [id] : []))
    .sort();

/** What is in at the start is the scope; taken back, it is no start. */
function stepSprint(state: State, { id, to }: Fact): void {
  if (id !== state.sprint) return;
  if (to === 'active' && state.phase === 'planned') {
    state.committed = cards(state);
    state.added = [];
    state.removed = [];
  } else if (to === 'closed') state.done = doneNow(state);
  state.phase = to === 'active' || to === 'closed' ? to : 'planned';
}

function stepItem(state: State, { id, field, from, to, at, happenedOn }: Fact): void {
  const known = knownOf(state, id);
  const on = happenedOn ?? dayIn(state.zone, at);
  if (field === 'type') known.isTask = to === 'task';
  else if (field === 'estimate') known.estimate = to as Estimate | null;
  else if (field === 'state') {
    known.state = to as string | null;
    if (known.isIn && !known.isTask && state.phase === 'active' && to !== null)
      state.moved.push({ item: id, on, from: from as string | null, to: to as string });
  } else stepPlace(state, { id, isIn: to === state.sprint, on });
}

/** What was added and taken out again, or the other way round, has not changed the scope. */
function stepPlace(state: State, { id, isIn, on }: { id: string; isIn: boolean; on: Day }): void {
  const known = knownOf(state, id);
  if (known.isIn === isIn) return;
  known.isIn = isIn;
  if (state.phase !== 'active' || known.isTask) return;
  const [mine, others]: ['added', 'removed'] | ['removed', 'added'] = isIn ? ['added', 'removed'] : ['removed', 'added'];
  if (state[others].some(({ item }) => item === id)) state[others] = state[others].filter(({ item }) => item !== id);
  else state[mine].push({ item: id, on });
}

const cards = ({ known }: State): string[] => [...known].flatMap(([id, { isIn, isTask }]) => (isIn && !isTask ? [id] : []));
const doneNow = (state: State): string[] => cards(state).filter((id) => state.doneStates.has(state.known.get(id)?.state ?? ''));

function knownOf({ known }: State, id: string): Known {
  let one = known.get(id);
  if (!one) known.set(id, (one = { isIn: false, isTask: false, state: null, estimate: null }));
  return one;
}
