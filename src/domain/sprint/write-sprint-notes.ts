import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { longTextSchema } from '../kernel/text.ts';

/** What is written about a sprint: what was shown and said of it, and how the team worked. */
export const SPRINT_NOTES = ['review', 'retrospective'] as const;
export type SprintNotes = (typeof SPRINT_NOTES)[number];

export const writeSprintNotes = verb({
  name: 'writeSprintNotes',
  does: 'Write the notes of the review or of the retrospective of a sprint, in Markdown, before or after it closes.',
  route: ['POST', '/sprints/{sprint}/notes'],
  input: z.strictObject({
    sprint: ref('sprint'),
    of: z.enum(SPRINT_NOTES),
    /** The version that the text was written over; null where there was none. */
    base: z.string().min(1).max(64).nullable(),
    text: longTextSchema(),
  }),
  needs: (_, { sprint }) => [{ may: 'plan-sprints', on: { in: 'sprint', id: sprint } }],
  blockers(view, { sprint, of, base }) {
    const current = view.get('sprint', sprint)[of];
    return current === base ? [] : [{ code: 'stale-text', field: of, current }];
  },
  run(draft, { sprint, of, text }, context) {
    if (text.trim() === '') draft.update('sprint', sprint, { [of]: null });
    else draft.write({ in: 'sprint', id: sprint, field: of }, text, context.newId());
  },
});
