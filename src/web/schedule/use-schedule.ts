import { cutLines } from '../../domain/cutline/cut-line.ts';
import { planWork } from '../../domain/schedule/plan-work.ts';
import { Schedule } from '../../domain/schedule/schedule.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';
import { simulated } from './beside-the-page.ts';
import type { Elsewhere } from './desk-of.ts';
import { useDesk } from './use-desk.ts';

/** The schedule as it is shown: an old one stays until the new one is there. */
export interface ShownSchedule {
  /** Null: none has been worked out yet. */
  readonly schedule: Schedule | null;
  /** Whether something has changed since. */
  readonly isOld: boolean;
}

const schedules: Elsewhere<WorkPlan, Schedule> = {
  planOf: (view, product, now) => planWork(view, cutLines(view, product, { now })),
  worked: async (plan) => new Schedule(plan, await simulated(plan)),
  quietMs: 150,
};

/** The computed schedule of a product, worked out beside the page; the old one until a new one is there. */
export function useSchedule(product: string): ShownSchedule {
  const { answer, isOld } = useDesk(schedules, product);
  return { schedule: answer, isOld };
}
