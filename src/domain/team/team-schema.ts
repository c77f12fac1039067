import { z } from 'zod';
import { dayIn, daySchema, type Instant } from '../kernel/day.ts';
import type { Team } from './team.ts';

/** What a team delivers in two weeks. */
export const paceSchema = z.number().min(0).max(100_000);

/** A pace as somebody sets it, with the day that it is at the team: what was delivered until then does not know of it. */
export const paceSetTo = (pace: number | null, zone: string, now: Instant): Pick<Team, 'pace' | 'paceSetOn'> => ({
  pace,
  paceSetOn: pace === null ? null : dayIn(zone, now),
});

/** How a team works, as far as somebody says so. */
export const workingSchema = {
  works: z.enum(['sprints', 'flow']).optional(),
  /** Monday is 1. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  sprintWeeks: z.int().min(1).max(12).optional(),
  sprintsFrom: daySchema.nullable().optional(),
  wipLimit: z.int().min(1).max(1000).nullable().optional(),
  hoursPerPoint: z.number().min(0.1).max(1000).nullable().optional(),
} as const;

type Working = Partial<Pick<Team, keyof typeof workingSchema>>;

/** The fields that were said, each day of the week once and in its order. */
export function workingFrom({ workingDays, ...given }: { [F in keyof Working]: Working[F] | undefined }): Working {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Working; // what is left has a value
  return workingDays === undefined ? said : { ...said, workingDays: [...new Set(workingDays)].sort((a, b) => a - b) };
}
