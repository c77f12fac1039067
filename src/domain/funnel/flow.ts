import { z } from 'zod';
import type { ItemType } from '../backlog/item-type.ts';
import { groupsOfStates } from '../backlog/state.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import type { Collections } from '../collections.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { FLOW_WEEKS, funnelFlowOn, type DayOfMoves, type FlowStage, type FunnelFlow } from './flow-on.ts';
import { PAST_DAYS, wasOpen } from './past.ts';

/** The flow of the last weeks, and what that of every earlier day follows from. */
export interface FunnelFlows extends FunnelFlow {
  /** The days on which anything moved, oldest first. */
  readonly days: readonly DayOfMoves[];
}

interface Past {
  type: ItemType;
  group: StateGroup | null;
  release: string | null;
  sprint: string | null;
  isParked: boolean;
  isTrashed: boolean;
  /** Its stage as last counted; null: in none. */
  stage: FlowStage | null;
}

/** From one stage to another, as `unplanned release`. */
type Moves = Map<string, number>;

interface State {
  readonly zone: string;
  readonly groups: ReadonlyMap<string, StateGroup>;
  readonly pasts: Map<string, Past>;
  /** The releases and sprints that are planned or under way: what is over is no plan for what is still in it. */
  readonly open: Set<string>;
  /** Per day, how often something went from one stage to another. */
  readonly days: Map<Day, Moves>;
}

const OUTSIDE = 'none';

export const funnelFlow: HistoryReading<Collections, { product: string }, State, FunnelFlows> = {
  name: 'funnelFlow',
  does: 'What came into each stage of the funnel and left it in the last four weeks, and where it clogs; with what moved on every day of the last year.',
  route: '/products/{product}/funnel-flow',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: [
    ...['type', 'state', 'release', 'sprint', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
    { in: 'release', field: 'state' },
    { in: 'sprint', field: 'state' },
  ],
  goesBy: (view, { product }) => [view.get('product', product).zone, ...Array.from(groupsOfStates(view, product), String)],
  start: (view, { product }) => ({
    zone: view.get('product', product).zone,
    groups: groupsOfStates(view, product),
    pasts: new Map(),
    open: new Set(),
    days: new Map(),
  }),
  step(state, fact) {
    if (fact.in !== 'item') {
      // What is in it goes elsewhere by a change of its own, in the same act: how it stood in between is no move.
      if (wasOpen(fact.to)) state.open.add(fact.id);
      else state.open.delete(fact.id);
      return state;
    }
    const past = pastOf(state, fact.id);
    note(state, past, fact);
    const stage = stageOf(state, past);
    if (stage !== past.stage) count(state, fact, `${past.stage ?? OUTSIDE} ${stage ?? OUTSIDE}`);
    past.stage = stage;
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
  answer({ days }, day) {
    const since = addDays(day, -PAST_DAYS - 7 * FLOW_WEEKS);
    const told = Array.from(days, ([on, moves]) => ({ day: on, moves: Array.from(moves, movesFrom) })).filter(({ day: on }) => on > since);
    const inOrder = told.toSorted((a, b) => byCodeUnit(a.day, b.day));
    return { ...funnelFlowOn(inOrder, day), days: inOrder };
  },
};

function movesFrom([move, times]: [string, number]): DayOfMoves['moves'][number] {
  const [from, to] = move.split(' ').map((stage) => (stage === OUTSIDE ? null : (stage as FlowStage)));
  return { from: from!, to: to!, times };
}

function pastOf({ pasts }: State, id: string): Past {
  let past = pasts.get(id);
  if (!past) pasts.set(id, (past = { type: 'story', group: null, release: null, sprint: null, isParked: false, isTrashed: false, stage: null }));
  return past;
}

function note({ groups }: State, past: Past, { field, to }: Fact): void {
  if (field === 'type') past.type = (to as ItemType | null) ?? 'story';
  else if (field === 'state') past.group = to === null ? null : (groups.get(to as string) ?? null);
  else if (field === 'release') past.release = to as string | null;
  else if (field === 'sprint') past.sprint = to as string | null;
  else if (field === 'parkedAt') past.isParked = to !== null;
  else past.isTrashed = to !== null;
}

/** Stories, bugs and chores only: what is above and below them is not delivered on its own. */
function stageOf({ open }: State, { type, group, release, sprint, isParked, isTrashed }: Past): FlowStage | null {
  if (group === null || isParked || isTrashed || group === 'triage' || group === 'declined' || !['story', 'bug', 'chore'].includes(type)) return null;
  const isIn = (place: string | null) => place !== null && open.has(place);
  return group === 'done' ? 'done' : isIn(sprint) ? 'sprint' : isIn(release) ? 'release' : 'unplanned';
}

function count({ zone, days }: State, fact: Fact, move: string): void {
  const day = dayOfFact(fact, zone);
  let moves = days.get(day);
  if (!moves) days.set(day, (moves = new Map()));
  moves.set(move, (moves.get(move) ?? 0) + 1);
}
