import type { WorkspaceDraft } from '../collections.ts';
import { keysUnder } from '../kernel/filled-keys.ts';
import { stepsOf, type ReleaseStep } from './step.ts';

/** Keys for so many steps under another one of the release; null: at the top. */
export function stepPlaces(
  draft: WorkspaceDraft,
  release: string,
  { after, count, moving }: { after: string | null; count: number; moving?: string },
): string[] {
  const all = Array.from(draft.workspace.list(stepsOf, release)).filter(({ id }) => id !== moving);
  const { fresh, standing } = keysUnder(all, { after, count });
  all.forEach(({ id }, at) => draft.update('releaseStep', id, { place: standing[at]! }));
  return fresh;
}

/** The last step of a phase, under which the next one of it goes; of a phase that is not there the last of all; null for none at all. */
export function lastOfPhase(steps: Iterable<ReleaseStep>, phase: string): string | null {
  const all = Array.from(steps);
  return (all.findLast((step) => step.phase === phase) ?? all.at(-1))?.id ?? null;
}
