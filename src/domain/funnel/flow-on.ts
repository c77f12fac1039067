import { addDays, type Day } from '../kernel/day.ts';

/** How far something had come, as the facts tell it: they do not say which release was the next one then. */
export const FLOW_STAGES = ['unplanned', 'release', 'sprint', 'done'] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/** Weeks that are looked at. */
export const FLOW_WEEKS = 4;

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

/** What came into each stage and left it in the four weeks up to a day, and where it clogged then. */
export function funnelFlowOn(days: readonly DayOfMoves[], day: Day): FunnelFlow {
  const since = addDays(day, -7 * FLOW_WEEKS);
  const moves = days.flatMap((one) => (one.day > since && one.day <= day ? one.moves : []));
  const stages = FLOW_STAGES.map((stage, at) => flowOf(stage, at, moves));
  return { weeks: FLOW_WEEKS, stages, clog: clogOf(stages) };
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
