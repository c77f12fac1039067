import { z } from 'zod';
import { reading } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { acrossBorder, type BorderLink } from './border.ts';
import { draftNotes } from './draft-notes.ts';
import { unfinishedIn } from './leaving.ts';
import { warningsOf, type ReleaseWarning } from './warnings.ts';

/** What whoever ships a release needs to know of it. */
export interface ReleaseReport {
  /** What is not finished, best first. */
  readonly unfinished: readonly string[];
  readonly warnings: readonly ReleaseWarning[];
  /** What it waits for outside it and cannot count on. */
  readonly border: readonly BorderLink[];
  /** Notes in Markdown, as far as they write themselves. */
  readonly draft: string;
}

export const releaseReport = reading({
  name: 'releaseReport',
  does: 'How a release stands: what is unfinished, what is unusual about it, what it waits for outside it, and notes drafted from what is done.',
  route: '/releases/{release}/report',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'read', on: { in: 'release', id: release } }],
  of: (view, { release }, { now }): ReleaseReport => {
    const record = view.get('release', release);
    const today = dayIn(view.get('product', record.product).zone, now);
    return {
      unfinished: unfinishedIn(view, release).map(({ id }) => id),
      warnings: warningsOf(view, record, today),
      border: acrossBorder(view, record),
      draft: draftNotes(view, release),
    };
  },
});
