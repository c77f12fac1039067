import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';

/** The server makes the link with it, so it is no verb for everybody: see the route of published notes. */
export const publishNotes = verb({
  name: 'publishNotes',
  does: 'Publish the notes of a release as a page of their own, for anybody who has its link. An earlier link no longer leads there.',
  route: ['POST', '/releases/{release}/publish-notes'],
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'plan-releases', on: { in: 'release', id: release } }],
  blockers: (view, { release }) => (view.get('release', release).notes === null ? [{ code: 'no-notes', release }] : []),
  run: (draft, { release }, { now }) => draft.update('release', release, { publishedAt: now }),
  serverOnly: true,
});

export const withdrawNotes = verb({
  name: 'withdrawNotes',
  does: 'Take the page with the notes of a release away: its link leads nowhere from then on.',
  route: ['POST', '/releases/{release}/withdraw-notes'],
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'plan-releases', on: { in: 'release', id: release } }],
  run: (draft, { release }) => draft.update('release', release, { publishedAt: null }),
});
