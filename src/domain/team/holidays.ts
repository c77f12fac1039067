import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { textSchema } from '../kernel/text.ts';
import { holidaysOf, type Holiday } from './days-off.ts';

/** More than any calendar of free days holds for the years that somebody plans. */
export const MOST_HOLIDAYS = 500;

type NewHoliday = Pick<Holiday, 'name' | 'from' | 'to'>;

export const addHolidays = verb({
  name: 'addHolidays',
  does: 'Add days on which a whole team does not work, one or a calendar of them. Those that it has already are left as they are.',
  route: ['POST', '/teams/{team}/holidays'],
  input: z.strictObject({
    team: ref('team'),
    holidays: z
      .array(z.strictObject({ name: textSchema(200), from: daySchema, to: daySchema }))
      .min(1)
      .max(MOST_HOLIDAYS),
  }),
  needs: (_, { team }) => [{ may: 'set-capacity', on: { in: 'team', id: team } }],
  blockers: (view, { team, holidays }) => [...holidays.flatMap(refusesBackwards), ...refusesTooMany(view, team, newOnes(view, team, holidays).length)],
  run(draft, { team, holidays }, context) {
    for (const { name, from, to } of newOnes(draft.workspace, team, holidays)) draft.create('holiday', { id: context.newId(), team, name, from, to });
  },
});

export const removeHoliday = verb({
  name: 'removeHoliday',
  does: 'Take a holiday of a team away: it works on these days.',
  route: ['DELETE', '/holidays/{holiday}'],
  input: z.strictObject({ holiday: ref('holiday') }),
  needs: (_, { holiday }) => [{ may: 'set-capacity', on: { in: 'holiday', id: holiday } }],
  run: (draft, { holiday }) => draft.remove('holiday', holiday),
});

/** Days that end before they start are none. */
export const refusesBackwards = ({ from, to }: Pick<Holiday, 'from' | 'to'>): Blocker[] =>
  to < from ? [{ code: 'date-before-start', start: from, date: to }] : [];

/** Those of a list that a team does not have yet, each once: the same name on the same days is the same holiday. */
export function newOnes(view: View, team: string, holidays: readonly NewHoliday[]): NewHoliday[] {
  const known = new Set(Array.from(view.list(holidaysOf, team), keyOf));
  return holidays.filter((holiday) => !known.has(keyOf(holiday)) && known.add(keyOf(holiday)));
}

const keyOf = ({ name, from, to }: NewHoliday): string => `${from} ${to} ${name}`;

const refusesTooMany = (view: View, team: string, more: number): Blocker[] =>
  view.list(holidaysOf, team).length + more > MOST_HOLIDAYS ? [{ code: 'too-many', what: 'Holidays of a team', most: MOST_HOLIDAYS }] : [];
