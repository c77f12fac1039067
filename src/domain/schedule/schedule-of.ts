import type { View } from '../collections.ts';
import type { Lines } from '../cutline/line.ts';
import { Remembered } from '../forecast/remembered.ts';
import { toEnd } from '../kernel/pausing.ts';
import { planWork } from './plan-work.ts';
import { Schedule } from './schedule.ts';
import { simulate } from './simulate.ts';
import type { WorkPlan } from './work-plan.ts';

/** The computed schedule of a product. It takes long: a page has it worked out elsewhere, the server in pieces. */
export const scheduleOf = (view: View, lines: Lines): Schedule => toEnd(scheduled(planWork(view, lines)));

/** The schedule of a plan, with pauses; at once where it is still known. */
export function* scheduled(plan: WorkPlan): Generator<void, Schedule> {
  const key = JSON.stringify(plan);
  const known = schedules.find(key);
  if (known) return known;
  yield;
  return schedules.keep(key, new Schedule(plan, yield* simulate(plan)));
}

const schedules = new Remembered<Schedule>(8);
