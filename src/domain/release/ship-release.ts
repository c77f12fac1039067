import { z } from 'zod';
import { verb } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import { longTextSchema } from '../kernel/text.ts';
import { claimsOnLeaving, leaveRelease, leavingFields, refusesLeaving } from './leaving.ts';

export const shipRelease = verb({
  name: 'shipRelease',
  does: 'Ship a release today: what is unfinished leaves it, and its notes are kept.',
  route: ['POST', '/releases/{release}/ship'],
  input: z.strictObject({ ...leavingFields, notes: longTextSchema().default('') }),
  needs: (view, input) => claimsOnLeaving(view, input),
  blockers: (view, input) => refusesLeaving(view, input),
  run(draft, { notes, ...leaving }, context) {
    const { release } = leaving;
    leaveRelease(draft, leaving);
    const { zone } = draft.workspace.get('product', draft.workspace.get('release', release).product);
    draft.update('release', release, { state: 'shipped', shippedOn: dayIn(zone, context.now) });
    if (notes.trim() !== '') draft.write({ in: 'release', id: release, field: 'notes' }, notes, context.newId());
  },
});
