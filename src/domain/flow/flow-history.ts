import type { Collections } from '../collections.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ages, cumulativeFlow, cycleTimes, percentile, throughput, type DayOfFlow, type Finished, type UnderWay, type WeekOfFlow } from './flow-figures.ts';
import { flowFold } from './flow-fold.ts';
import type { ItemFlows } from './item-flows.ts';
import { timesInStates, type TimesInStates } from './time-in-state.ts';
import { turnsOf, weeksOfTurns, type WeekOfTurns } from './turns.ts';

/** How work flows through a product. */
export interface FlowHistory {
  /** The last day that it tells of. */
  readonly day: Day;
  readonly weeks: readonly WeekOfFlow[];
  readonly finished: readonly Finished[];
  /** In so many days half, 85 and 95 % of what was finished took; null: nothing was. */
  readonly percentiles: { readonly p50: number; readonly p85: number; readonly p95: number } | null;
  readonly underWay: readonly UnderWay[];
  readonly days: readonly DayOfFlow[];
  /** How long what was finished stood in each state; null: nothing was. */
  readonly inStates: TimesInStates | null;
  /** What came into the backlog and left it. */
  readonly turns: readonly WeekOfTurns[];
}

const WEEKS = 12;
/** Thirteen weeks: a quarter. */
const DAYS = 91;

/** The first day that is told of: all whole weeks lie after it. */
export const flowFrom = (day: Day): Day => addDays(day, 1 - DAYS);

export const flowHistory: HistoryReading<Collections, { product: string }, ItemFlows, FlowHistory> = {
  ...flowFold,
  name: 'flowHistory',
  does: 'How work flows through a product: throughput per week, cycle times with percentiles, time in each state, age of what is under way, what came and what left per week, and items by state day by day.',
  route: '/products/{product}/flow',
  answer(state, day) {
    const flows = state.flows();
    const period = { from: flowFrom(day), states: state.states() };
    const finished = cycleTimes(flows, period.from);
    const took = finished.map(({ days }) => days);
    const [p50, p85, p95] = [0.5, 0.85, 0.95].map((share) => percentile(took, share));
    return {
      day,
      weeks: throughput(flows, { day, weeks: WEEKS }),
      finished,
      percentiles: p50 == null || p85 == null || p95 == null ? null : { p50, p85, p95 },
      underWay: ages(flows, day),
      days: cumulativeFlow(flows, { from: period.from, to: day }),
      inStates: timesInStates(flows, period),
      turns: weeksOfTurns(turnsOf(flows, period), { day, weeks: WEEKS }),
    };
  },
};
