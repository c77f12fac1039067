import { z } from 'zod';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { claimsOnLeaving, leaveRelease, leavingFields, refusesLeaving } from './leaving.ts';
import { isOpenRelease } from './release.ts';

export const cancelRelease = verb({
  name: 'cancelRelease',
  does: 'Cancel a release: what is unfinished leaves it for another one, or for none.',
  route: ['POST', '/releases/{release}/cancel'],
  input: z.strictObject(leavingFields),
  needs: (view, input) => claimsOnLeaving(view, input),
  blockers: (view, input) => refusesLeaving(view, input),
  run(draft, leaving) {
    leaveRelease(draft, leaving);
    draft.update('release', leaving.release, { state: 'cancelled' });
  },
});

export const reopenRelease = verb({
  name: 'reopenRelease',
  does: 'Open a shipped or cancelled release again. What left it when it ended stays where it went.',
  route: ['POST', '/releases/{release}/reopen'],
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'plan-releases', on: { in: 'release', id: release } }],
  blockers: (view, { release }) => (isOpenRelease(view.get('release', release)) ? [{ code: 'release-open', release }] : []),
  run(draft, { release }) {
    const { state } = draft.workspace.get('release', release);
    draft.update('release', release, { state: state === 'shipped' ? 'active' : 'planned', shippedOn: null });
  },
});
