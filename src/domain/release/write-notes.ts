import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { longTextSchema } from '../kernel/text.ts';

export const writeReleaseNotes = verb({
  name: 'writeReleaseNotes',
  does: 'Write the notes of a release, in Markdown, before or after it ships.',
  route: ['POST', '/releases/{release}/notes'],
  input: z.strictObject({
    release: ref('release'),
    /** The version that the text was written over; null where there was none. */
    base: z.string().min(1).max(64).nullable(),
    text: longTextSchema(),
  }),
  needs: (_, { release }) => [{ may: 'plan-releases', on: { in: 'release', id: release } }],
  blockers(view, { release, base }) {
    const current = view.get('release', release).notes;
    return current === base ? [] : [{ code: 'stale-text', field: 'notes', current }];
  },
  run(draft, { release, text }, context) {
    if (text.trim() === '') draft.update('release', release, { notes: null });
    else draft.write({ in: 'release', id: release, field: 'notes' }, text, context.newId());
  },
});
