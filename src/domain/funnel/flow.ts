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
import { wasOpen } from './past.ts';

/** How far something had come, as the facts tell it: they do not say which release was the next one then. */
export const FLOW_STAGES = ['unplanned', 'release', 'sprint', 'done'] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/** Weeks that are looked at. */
const WEEKS = 4;

/** What came into a stage and left it in the last weeks. */
export interface StageFlow {
  readonly stage: FlowStage;
  readonly came: number;
  /** Of those that left, how many went further on; the others went back, or were parked, declined or trashed. */
  readonly left: number;
  readonly went: number;
}

export interface FunnelFlow {
  readonly weeks: number;
  readonly stages: readonly StageFlow[];
  /** Where most more came in than left; null where nothing piles up. */
  readonly clog: FlowStage | null;
}

/** How often something went from one stage to another on a day; null: not in the funnel. */
export interface DayOfMoves {
  readonly day: Day;
  readonly moves: readonly { readonly from: FlowStage | null; readonly to: FlowStage | null; readonly times: number }[];
}

/** The flow of the last weeks, and what that of every earlier day follows from. */
export interface FunnelFlows extends FunnelFlow {
  /** The days on which anything moved, oldest first. */
  readonly days: readonly DayOfMoves[];
}

/** A year: nobody looks at the funnel of a day before. */
const DAYS = 365;

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
    const since = addDays(day, -DAYS - 7 * WEEKS);
    const told = Array.from(days, ([on, moves]) => ({ day: on, moves: Array.from(moves, movesFrom) })).filter(({ day: on }) => on > since);
    const inOrder = told.toSorted((a, b) => byCodeUnit(a.day, b.day));
    return { ...funnelFlowOn(inOrder, day), days: inOrder };
  },
};

/** What came into each stage and left it in the four weeks up to a day, and where it clogged then. */
export function funnelFlowOn(days: readonly DayOfMoves[], day: Day): FunnelFlow {
  const since = addDays(day, -7 * WEEKS);
  const moves = days.flatMap((one) => (one.day > since && one.day <= day ? one.moves : []));
  const stages = FLOW_STAGES.map((stage, at) => flowOf(stage, at, moves));
  return { weeks: WEEKS, stages, clog: clogOf(stages) };
}

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

function flowOf(stage: FlowStage, at: number, moves: DayOfMoves['moves']): StageFlow {
  const flow = { stage, came: 0, left: 0, went: 0 };
  for (const { from, to, times } of moves) {
    if (to === stage) flow.came += times;
    if (from !== stage) continue;
    flow.left += times;
    if (to !== null && FLOW_STAGES.indexOf(to) > at) flow.went += times;
  }
  return flow;
}

function clogOf(stages: readonly StageFlow[]): FlowStage | null {
  const open = stages.filter(({ stage, came, left }) => stage !== 'done' && came > left);
  return open.toSorted((a, b) => b.came - b.left - (a.came - a.left))[0]?.stage ?? null;
}
