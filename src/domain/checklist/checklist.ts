import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Release } from '../release/release.ts';
import { stepsOf, type ReleaseStep } from './step.ts';

/** A step with the day that follows from the release's date. */
export interface StepToDo {
  readonly id: string;
  readonly text: string;
  readonly person: string | null;
  readonly days: number | null;
  /** Null where it is due any time, or the release has no date. */
  readonly dueOn: Day | null;
  readonly done: boolean;
  /** Its day has passed, and it is not done. */
  readonly isLate: boolean;
}

export interface Phase {
  readonly name: string;
  readonly steps: readonly StepToDo[];
  readonly done: number;
}

/** The work for a release that is not code, phase by phase. */
export interface Checklist {
  readonly phases: readonly Phase[];
  readonly done: number;
  readonly of: number;
  readonly late: number;
}

/** The checklist of a release on a day. Phases stand in the order of their first steps. */
export function checklistOf(view: View, release: Release, today: Day): Checklist {
  const phases = new Map<string, StepToDo[]>();
  for (const step of view.list(stepsOf, release.id)) {
    const steps = phases.get(step.phase) ?? [];
    steps.push(toDo(step, release.dueOn, today));
    phases.set(step.phase, steps);
  }
  const all = [...phases.values()].flat();
  return {
    phases: Array.from(phases, ([name, steps]) => ({ name, steps, done: steps.filter(({ done }) => done).length })),
    done: all.filter(({ done }) => done).length,
    of: all.length,
    late: all.filter(({ isLate }) => isLate).length,
  };
}

function toDo({ id, text, person, days, done }: ReleaseStep, date: Day | null, today: Day): StepToDo {
  const dueOn = days === null || date === null ? null : addDays(date, days);
  return { id, text, person, days, dueOn, done, isLate: !done && dueOn !== null && dueOn < today };
}

export const releaseChecklist = reading({
  name: 'releaseChecklist',
  does: 'The work for a release that is not code, phase by phase: what is done, who sees to what, and when it is due.',
  route: '/releases/{release}/checklist',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'read', on: { in: 'release', id: release } }],
  of: (view, { release }, { now }) => {
    const record = view.get('release', release);
    return checklistOf(view, record, dayIn(view.get('product', record.product).zone, now));
  },
});
