import { z } from 'zod';
import { verb } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import { refusesEarly } from '../kernel/refuses-early.ts';
import type { Sprint } from './sprint.ts';
import { refusesClosed, refusesOverlap } from './sprint-rules.ts';

export const updateSprint = verb({
  name: 'updateSprint',
  does: 'Change a sprint that is not closed: its name, goal, first or last day.',
  route: ['PATCH', '/sprints/{sprint}'],
  input: z.strictObject({
    sprint: ref('sprint'),
    name: textSchema(100).optional(),
    goal: optionalTextSchema(500).optional(),
    startOn: daySchema.optional(),
    endOn: daySchema.optional(),
  }),
  needs: (_, { sprint }) => [{ may: 'plan-sprints', on: { in: 'sprint', id: sprint } }],
  blockers(view, { sprint: id, startOn, endOn }) {
    const sprint = view.get('sprint', id);
    const closed = refusesClosed(sprint);
    if (closed.length > 0 || (startOn === undefined && endOn === undefined)) return closed;
    const days = { startOn: startOn ?? sprint.startOn, endOn: endOn ?? sprint.endOn };
    return [...refusesEarly(days.startOn, days.endOn), ...refusesOverlap(view, { ...sprint, ...days })];
  },
  run(draft, { sprint, ...given }) {
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Sprint>; // the schema names fields of a sprint only
    draft.update('sprint', sprint, values);
  },
});
