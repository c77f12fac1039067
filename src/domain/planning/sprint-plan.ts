import { z } from 'zod';
import { reading } from '../collections.ts';
import { dayInSprint } from '../sprint/sprint-rules.ts';
import { ref } from '../kernel/ref.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import { personLoads, type PersonLoad } from './person-load.ts';
import { sprintHours, type SprintHours } from './sprint-hours.ts';
import { loadsElsewhere, type LoadElsewhere } from './elsewhere.ts';
import { fillOf } from './fill.ts';
import { candidatesFor, loadOf, type PlannedFrom, type SprintLoad } from './sprint-load.ts';
import { warningsOf, type SprintWarning } from './sprint-warnings.ts';

/** All that planning looks at. */
export interface SprintPlan {
  readonly load: SprintLoad;
  /** The other teams that its cards need. */
  readonly elsewhere: readonly LoadElsewhere[];
  readonly people: readonly PersonLoad[];
  /** From today on. */
  readonly hours: SprintHours;
  readonly agreement: Agreement;
  readonly warnings: readonly SprintWarning[];
  /** What could come into it, best first. */
  readonly candidates: readonly string[];
  /** What of that fits into the room that is left, going down the rank. */
  readonly fill: readonly string[];
}

export const sprintPlan = reading({
  name: 'sprintPlan',
  does: 'A sprint as it is planned: its load against the capacity of its team and of everybody in it, in points and in hours, what is unusual about it, and what of its product’s backlog, of a release or of its team’s queue could come into it.',
  route: '/sprints/{sprint}/plan',
  input: z.strictObject({
    sprint: ref('sprint'),
    release: ref('release').optional(),
    /** Where no release is named: the backlog of its product, or the queue of its team over all the products that it serves. */
    from: z.enum(['backlog', 'queue']).default('backlog'),
  }),
  // Who is away is for those who work here.
  needs: (_, { sprint, release }) => [
    { may: 'edit-items', on: { in: 'sprint', id: sprint } },
    ...(release === undefined ? [] : [{ may: 'read' as const, on: { in: 'release', id: release } }]),
  ],
  of(view, { sprint: id, release, from }, { now }): SprintPlan {
    const sprint = view.get('sprint', id);
    const [load, hours] = [loadOf(view, sprint), sprintHours(view, sprint, dayInSprint(view, sprint, now))];
    const source: PlannedFrom =
      release !== undefined ? { in: 'release', release } : from === 'queue' ? { in: 'queue' } : { in: 'backlog', product: sprint.product };
    const candidates = candidatesFor(view, sprint, source);
    return {
      load,
      elsewhere: loadsElsewhere(view, sprint),
      people: personLoads(view, sprint),
      hours,
      agreement: agreementOf(load, hours),
      warnings: warningsOf(view, sprint),
      candidates: candidates.map((item) => item.id),
      fill: fillOf(view, sprint, candidates),
    };
  },
});
