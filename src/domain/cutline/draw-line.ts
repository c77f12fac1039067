import { USUAL_TEAM } from '../team/team.ts';
import { z } from 'zod';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { textSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { isOpenRelease, NEW_RELEASE, type Release, releasesByDate } from '../release/release.ts';
import { refusesPassed } from '../release/release-rules.ts';
import { refusesEarly } from '../kernel/refuses-early.ts';
import { paceSchema, paceSetTo } from '../team/team-schema.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { settleUnit } from '../capacity/unit.ts';

export const drawLine = verb({
  name: 'drawLine',
  does: 'Draw the line: say how much is delivered in two weeks, by when, and what the release is called. What is missing for it is made.',
  route: ['POST', '/products/{product}/draw-line'],
  input: z.strictObject({
    product: ref('product'),
    /** May be left out where the team has said its pace, or has delivered for six weeks: the line counts that. Given, it counts instead of these weeks. */
    pace: paceSchema.positive().optional(),
    on: daySchema,
    /** Left out: the first open release without a date, else `Next`. */
    name: textSchema(100).optional(),
    /** Left out: items where under a fifth of the open rows have points, else points. */
    unit: z.enum(['points', 'items']).optional(),
  }),
  needs: (_, { product }) => [
    { may: 'plan-releases', on: { in: 'product', id: product } },
    { may: 'set-capacity', on: { in: 'product', id: product } },
  ],
  blockers: (view, { product, on, name }, context) => {
    const known = openReleaseCalled(view, product, name ?? calledAtFirst(view, product));
    return [...refusesPassed(view, { product, date: on }, context), ...refusesEarly(known?.startOn ?? null, on)];
  },
  run(draft, { product, pace, on, name, unit }, context) {
    setPace(draft, { product, pace, context });
    promise(draft, { product, on, name: name ?? calledAtFirst(draft.workspace, product), context });
    if (unit === undefined) settleUnit(draft, product);
    else draft.update('product', product, { unit });
  },
});

/** What the release of a first line is called unless somebody says: the first open one without a date, else `Next`. */
export function calledAtFirst(view: View, product: string): string {
  return openReleases(view, product).find(({ dueOn }) => dueOn === null)?.name ?? 'Next';
}

function setPace(draft: WorkspaceDraft, { product, pace, context }: { product: string; pace: number | undefined; context: Context }): void {
  const [team] = teamsOf(draft.workspace, product);
  if (team) return pace === undefined ? undefined : draft.update('team', team.id, paceSetTo(pace, team.zone, context.now));
  const { name, zone } = draft.workspace.get('product', product);
  return draft.create('team', { id: context.newId(), name, products: [product], zone, ...USUAL_TEAM, ...paceSetTo(pace ?? null, zone, context.now) });
}

/** Dates the release of that name, or makes it. */
function promise(draft: WorkspaceDraft, { product, on, name, context }: { product: string; on: Release['dueOn']; name: string; context: Context }): void {
  const known = openReleaseCalled(draft.workspace, product, name);
  if (known) return draft.update('release', known.id, { dueOn: on });
  return draft.create('release', { id: context.newId(), product, name, goal: '', startOn: null, dueOn: on, ...NEW_RELEASE });
}

function openReleaseCalled(view: View, product: string, name: string): Release | undefined {
  const called = openReleases(view, product).filter((release) => release.name === name);
  return called.find(({ dueOn }) => dueOn === null) ?? called[0];
}

const openReleases = (view: View, product: string): Release[] => [...view.list(releasesByDate, product)].filter(isOpenRelease);
