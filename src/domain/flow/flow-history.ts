import { z } from 'zod';
import type { StateGroup } from '../backlog/state-group.ts';
import { statesOf } from '../backlog/state.ts';
import type { Collections, View } from '../collections.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { ages, cumulativeFlow, cycleTimes, percentile, throughput, type DayOfFlow, type Finished, type UnderWay, type WeekOfFlow } from './flow-figures.ts';
import { ItemFlows } from './item-flows.ts';

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
}

const WEEKS = 12;
/** Thirteen weeks: a quarter. */
const DAYS = 91;

export const flowHistory: HistoryReading<Collections, { product: string }, ItemFlows, FlowHistory> = {
  name: 'flowHistory',
  does: 'How work flows through a product: throughput per week, cycle times with percentiles, age of what is under way, and items by state day by day.',
  route: '/products/{product}/flow',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: ['type', 'state', 'parent', 'estimate', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
  goesBy: (view, { product }) => [view.get('product', product).zone, ...Array.from(groupsOf(view, product), ([id, group]) => `${id} ${group}`)],
  start: (view, { product }) => new ItemFlows({ zone: view.get('product', product).zone, groups: groupsOf(view, product) }),
  step(state, fact) {
    state.take(fact);
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
  answer(state, day) {
    const flows = state.flows();
    const from = addDays(day, 1 - DAYS);
    const finished = cycleTimes(flows, from);
    const took = finished.map(({ days }) => days);
    const [p50, p85, p95] = [0.5, 0.85, 0.95].map((share) => percentile(took, share));
    return {
      day,
      weeks: throughput(flows, { day, weeks: WEEKS }),
      finished,
      percentiles: p50 == null || p85 == null || p95 == null ? null : { p50, p85, p95 },
      underWay: ages(flows, day),
      days: cumulativeFlow(flows, { from, to: day }),
    };
  },
};

const groupsOf = (view: View, product: string): Map<string, StateGroup> => new Map(Array.from(view.list(statesOf, product), ({ id, group }) => [id, group]));
