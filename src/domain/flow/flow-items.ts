import type { Collections } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { flowFold } from './flow-fold.ts';
import { flowFrom } from './flow-history.ts';
import type { FlowState, ItemFlow, ItemFlows } from './item-flows.ts';

/** Which way each item went through the workflow: what the figures of the flow are made of. */
export interface FlowItems {
  /** The last day that it tells of. */
  readonly day: Day;
  /** In the order of the workflow, those removed since last. */
  readonly states: readonly (FlowState & { readonly id: string })[];
  readonly items: readonly Omit<ItemFlow, 'steps'>[];
}

export const flowItems: HistoryReading<Collections, { product: string }, ItemFlows, FlowItems> = {
  ...flowFold,
  name: 'flowItems',
  does: 'Which way each item of a product went through its workflow: what was open, came, was finished or left in the last thirteen weeks, from state to state.',
  route: '/products/{product}/flow-items',
  answer(state, day) {
    const from = flowFrom(day);
    return {
      day,
      states: Array.from(state.states(), ([id, is]) => ({ id, ...is })),
      items: state
        .flows()
        .filter((flow) => !isSettled(flow, from))
        .map(({ item, points, stays }) => ({ item, points, stays })),
    };
  },
};

/** Whether something had ended for good before a day: no figure since is made of it. */
function isSettled({ steps }: ItemFlow, from: Day): boolean {
  const last = steps.at(-1);
  return last === undefined || (last.day < from && (last.group === null || last.group === 'done' || last.group === 'declined'));
}
