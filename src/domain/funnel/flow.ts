import { z } from 'zod';
import type { ItemType } from '../backlog/item-type.ts';
import { statesOf } from '../backlog/state.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import type { Collections, View } from '../collections.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';

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

interface Past {
  type: ItemType;
  group: StateGroup | null;
  release: boolean;
  sprint: boolean;
  isParked: boolean;
  isTrashed: boolean;
  /** Its stage as last counted; null: in none. */
  stage: FlowStage | null;
}

type Moves = Map<string, number>;

interface State {
  readonly zone: string;
  readonly groups: ReadonlyMap<string, StateGroup>;
  readonly pasts: Map<string, Past>;
  /** Per day, how often something went from one stage to another. */
  readonly days: Map<Day, Moves>;
}

const OUTSIDE = 'none';

export const funnelFlow: HistoryReading<Collections, { product: string }, State, FunnelFlow> = {
  name: 'funnelFlow',
  does: 'What came into each stage of the funnel and left it in the last four weeks, and where it clogs.',
  route: '/products/{product}/funnel-flow',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: ['type', 'state', 'release', 'sprint', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
  goesBy: (view, { product }) => [view.get('product', product).zone, ...Array.from(groupsOf(view, product), String)],
  start: (view, { product }) => ({ zone: view.get('product', product).zone, groups: groupsOf(view, product), pasts: new Map(), days: new Map() }),
  step(state, fact) {
    const past = pastOf(state, fact.id);
    note(state, past, fact);
    const stage = stageOf(past);
    if (stage !== past.stage) count(state, fact, `${past.stage ?? OUTSIDE} ${stage ?? OUTSIDE}`);
    past.stage = stage;
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
  answer({ days }, day) {
    const since = addDays(day, -7 * WEEKS);
    const moves = [...days].flatMap(([on, some]) => (on > since && on <= day ? [...some] : []));
    const stages = FLOW_STAGES.map((stage, at) => flowOf(stage, at, moves));
    return { weeks: WEEKS, stages, clog: clogOf(stages) };
  },
};

const groupsOf = (view: View, product: string): ReadonlyMap<string, StateGroup> =>
  new Map(Array.from(view.list(statesOf, product), ({ id, group }) => [id, group]));

function pastOf({ pasts }: State, id: string): Past {
  let past = pasts.get(id);
  if (!past) pasts.set(id, (past = { type: 'story', group: null, release: false, sprint: false, isParked: false, isTrashed: false, stage: null }));
  return past;
}

function note({ groups }: State, past: Past, { field, to }: Fact): void {
  if (field === 'type') past.type = (to as ItemType | null) ?? 'story';
  else if (field === 'state') past.group = to === null ? null : (groups.get(to as string) ?? null);
  else if (field === 'release') past.release = to !== null;
  else if (field === 'sprint') past.sprint = to !== null;
  else if (field === 'parkedAt') past.isParked = to !== null;
  else past.isTrashed = to !== null;
}

/** Stories, bugs and chores only: what is above and below them is not delivered on its own. */
function stageOf({ type, group, release, sprint, isParked, isTrashed }: Past): FlowStage | null {
  if (group === null || isParked || isTrashed || group === 'triage' || group === 'declined' || !['story', 'bug', 'chore'].includes(type)) return null;
  return group === 'done' ? 'done' : sprint ? 'sprint' : release ? 'release' : 'unplanned';
}

function count({ zone, days }: State, { at, happenedOn }: Fact, move: string): void {
  const day = happenedOn ?? dayIn(zone, at);
  let moves = days.get(day);
  if (!moves) days.set(day, (moves = new Map()));
  moves.set(move, (moves.get(move) ?? 0) + 1);
}

function flowOf(stage: FlowStage, at: number, moves: readonly (readonly [string, number])[]): StageFlow {
  const flow = { stage, came: 0, left: 0, went: 0 };
  for (const [move, times] of moves) {
    const [from, to] = move.split(' ') as [FlowStage, FlowStage];
    if (to === stage) flow.came += times;
    if (from !== stage) continue;
    flow.left += times;
    if (FLOW_STAGES.indexOf(to) > at) flow.went += times;
  }
  return flow;
}

function clogOf(stages: readonly StageFlow[]): FlowStage | null {
  const open = stages.filter(({ stage, came, left }) => stage !== 'done' && came > left);
  return open.toSorted((a, b) => b.came - b.left - (a.came - a.left))[0]?.stage ?? null;
}
