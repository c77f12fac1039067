import { z } from 'zod';
import { verb } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Context } from '../kernel/verb.ts';
import { refusesBackwards } from './holidays.ts';

export const addTimeOff = verb({
  name: 'addTimeOff',
  does: 'Say on which days somebody does not work; their own days anybody who works here may say.',
  route: ['POST', '/members/{member}/time-off'],
  input: z.strictObject({ member: ref('member'), from: daySchema, to: daySchema }),
  needs: (_, { member }, context) => [claimOn(member, { in: 'member', id: member }, context)],
  blockers: (_, stretch) => refusesBackwards(stretch),
  run: (draft, { member, from, to }, context) => draft.create('timeOff', { id: context.newId(), member, from, to }),
});

export const removeTimeOff = verb({
  name: 'removeTimeOff',
  does: 'Take days off away: they work then.',
  route: ['DELETE', '/time-off/{timeOff}'],
  input: z.strictObject({ timeOff: ref('timeOff') }),
  needs: (view, { timeOff }, context) => [claimOn(view.get('timeOff', timeOff).member, { in: 'timeOff', id: timeOff }, context)],
  run: (draft, { timeOff }) => draft.remove('timeOff', timeOff),
});

/** One's own days are one's own to say; those of others belong to the planning of capacity. */
const claimOn = (member: string, on: Claim['on'], { actor }: Context): Claim => ({ may: actor === member ? 'edit-items' : 'set-capacity', on });
