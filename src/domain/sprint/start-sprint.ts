import { z } from 'zod';
import { verb } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { refusesClosed, activeSprint } from './sprint-rules.ts';

export const startSprint = verb({
  name: 'startSprint',
  does: 'Start a planned sprint. What is in it at that moment is its scope; what comes and goes later is shown as such.',
  route: ['POST', '/sprints/{sprint}/start'],
  input: z.strictObject({ sprint: ref('sprint') }),
  needs: (_, { sprint }) => [{ may: 'plan-sprints', on: { in: 'sprint', id: sprint } }],
  blockers(view, { sprint: id }, { now }) {
    const sprint = view.get('sprint', id);
    const closed = refusesClosed(sprint);
    if (closed.length > 0 || sprint.team === null) return closed;
    const active = activeSprint(view, sprint.team);
    if (active) return [{ code: 'sprint-running', sprint: active.id }];
    const today = dayIn(view.get('team', sprint.team).zone, now);
    return sprint.endOn !== null && sprint.endOn < today ? [{ code: 'date-passed', date: sprint.endOn, today }] : [];
  },
  run: (draft, { sprint }, { now }) => draft.update('sprint', sprint, { state: 'active', startedAt: now }),
});
