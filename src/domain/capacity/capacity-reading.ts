import { z } from 'zod';
import { reading } from '../collections.ts';
import { daysBetween, daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { capacityOfTeam } from './team-capacity.ts';

/** Longer than anything that is planned by days. */
const MOST_DAYS = 1100;

export const capacity = reading({
  name: 'capacity',
  does: 'What a team can do between two days, both counted: working days, days and hours of its people, and points or items from what it delivered before.',
  route: '/teams/{team}/capacity',
  input: z.strictObject({ team: ref('team'), from: daySchema, to: daySchema }).refine(({ from, to }) => daysBetween(from, to) <= MOST_DAYS, {
    path: ['to'],
    message: 'at most three years from the first day',
  }),
  // Days off are for those who work here: a figure that did not know of them would be another one.
  needs: (_, { team }) => [{ may: 'edit-items', on: { in: 'team', id: team } }],
  of: (view, { team, from, to }) => capacityOfTeam(view, team, { from, to }),
});
