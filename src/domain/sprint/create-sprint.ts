import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { dayIn, daySchema, type Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { refusesEarly } from '../kernel/refuses-early.ts';
import type { Team } from '../team/team.ts';
import { endOf, nextRound } from './cadence.ts';
import { SPRINT_WITHOUT_TEAM, type Sprint } from './sprint.ts';
import { refusesOverlap } from './sprint-rules.ts';

export const createSprint = verb({
  name: 'createSprint',
  does: 'Plan a sprint of a team: the next one by its cadence, or with a name and days of its own.',
  route: ['POST', '/teams/{team}/sprints'],
  input: z.strictObject({
    team: ref('team'),
    /** What is left out is as the team's cadence makes it. */
    name: textSchema(100).optional(),
    startOn: daySchema.optional(),
    endOn: daySchema.optional(),
    goal: optionalTextSchema(500).default(''),
  }),
  needs: (_, { team }) => [{ may: 'plan-sprints', on: { in: 'team', id: team } }],
  blockers(view, { team: id, ...given }, context) {
    const team = view.get('team', id);
    if (team.works === 'flow') return [{ code: 'team-in-flow', team: id }];
    const { startOn, endOn } = roundWith(view, team, { given, context });
    return [...refusesEarly(startOn, endOn), ...refusesOverlap(view, { id: null, team: id, startOn, endOn })];
  },
  run(draft, { team, ...given }, context) {
    makeSprint(draft, draft.workspace.get('team', team), { given, context });
  },
});

/** What somebody said of a sprint; the rest is its team's cadence. */
interface Given {
  readonly name?: string | undefined;
  readonly startOn?: Day | undefined;
  readonly endOn?: Day | undefined;
  readonly goal?: string;
}
interface Wanted {
  readonly given: Given;
  readonly context: Context;
}

/** Plans a team's next sprint and gives its id. It lies in the first of the team's products. */
export function makeSprint(draft: WorkspaceDraft, team: Team, wanted: Wanted): string {
  const id = wanted.context.newId();
  const product = team.products[0]!; // a team has at least one
  const { goal = '' } = wanted.given;
  const planned = { ...SPRINT_WITHOUT_TEAM, ...roundWith(draft.workspace, team, wanted), state: 'planned', goal } satisfies Partial<Sprint>;
  draft.create('sprint', { ...planned, id, product, team: team.id });
  return id;
}

function roundWith(view: View, team: Team, { given, context }: Wanted): Pick<Sprint, 'name'> & { startOn: Day; endOn: Day } {
  const next = nextRound(view, team, dayIn(team.zone, context.now));
  const startOn = given.startOn ?? next.startOn;
  return { name: given.name ?? next.name, startOn, endOn: given.endOn ?? endOf(team, startOn) };
}
