import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { FURTHEST_DAYS, phaseName, stepsOf, stepText } from './step.ts';
import { lastOfPhase, stepPlaces } from './step-places.ts';
import { unbegun } from './template.ts';

const MOST_AT_ONCE = 200;
const daysFromDate = z.number().int().min(-FURTHEST_DAYS).max(FURTHEST_DAYS);

const onRelease = (release: string): Claim[] => [{ may: 'plan-releases', on: { in: 'release', id: release } }];

/** Who plans the release that a step belongs to changes it. A template is changed as a whole, so none of its steps is. */
function onStep(view: View, step: string): Claim[] {
  const { release, product } = view.get('releaseStep', step);
  return release === null ? [{ may: 'plan-releases', on: { in: 'product', id: product } }] : onRelease(release);
}

/** A step of a template is none of a release, and no one of this kind is there to be changed. */
const refusesTemplate = (view: View, step: string): Blocker[] =>
  view.get('releaseStep', step).release === null ? [{ code: 'not-there', collection: 'releaseStep', id: step }] : [];

export const addReleaseSteps = verb({
  name: 'addReleaseSteps',
  does: 'Add steps to the checklist of a release, one a line, at the end of a phase. A phase is there as soon as it has a step.',
  route: ['POST', '/releases/{release}/steps'],
  input: z.strictObject({ release: ref('release'), phase: phaseName, texts: z.array(stepText).min(1).max(MOST_AT_ONCE) }),
  needs: (_, { release }) => onRelease(release),
  run(draft, { release, phase, texts }, context) {
    const { product } = draft.workspace.get('release', release);
    const after = lastOfPhase(draft.workspace.list(stepsOf, release), phase);
    const places = stepPlaces(draft, release, { after, count: texts.length });
    const steps = texts.map((text) => unbegun({ phase, text, person: null, days: null }));
    steps.forEach((step, at) => draft.create('releaseStep', { id: context.newId(), product, release, ...step, place: places[at]! }));
  },
});

export const updateReleaseStep = verb({
  name: 'updateReleaseStep',
  does: 'Change a step of a release: what it says, who sees to it, or how many days from the date of the release it is due.',
  route: ['PATCH', '/release-steps/{step}'],
  input: z.strictObject({
    step: ref('releaseStep'),
    text: stepText.optional(),
    person: ref('member').nullable().optional(),
    days: daysFromDate.nullable().optional(),
  }),
  needs: (view, { step }) => onStep(view, step),
  blockers: (view, { step }) => refusesTemplate(view, step),
  run: (draft, { step, text, person, days }) =>
    draft.update('releaseStep', step, {
      ...(text === undefined ? {} : { text }),
      ...(person === undefined ? {} : { person }),
      ...(days === undefined ? {} : { days }),
    }),
});

export const tickReleaseStep = verb({
  name: 'tickReleaseStep',
  does: 'Say that a step of a release is done, or that it is not.',
  route: ['POST', '/release-steps/{step}/tick'],
  input: z.strictObject({ step: ref('releaseStep'), done: z.boolean() }),
  needs: (view, { step }) => [{ may: 'edit-items', on: { in: 'product', id: view.get('releaseStep', step).product } }],
  blockers: (view, { step }) => refusesTemplate(view, step),
  run: (draft, { step, done }) => draft.update('releaseStep', step, { done }),
});

export const moveReleaseStep = verb({
  name: 'moveReleaseStep',
  does: 'Move a step of a release under another one, or to the top, and into another phase if one is named.',
  route: ['POST', '/release-steps/{step}/move'],
  input: z.strictObject({ step: ref('releaseStep'), after: ref('releaseStep').nullable(), phase: phaseName.optional() }),
  needs: (view, { step }) => onStep(view, step),
  blockers(view, { step, after }) {
    const isElsewhere = after !== null && view.get('releaseStep', after).release !== view.get('releaseStep', step).release;
    return [...refusesTemplate(view, step), ...(isElsewhere ? [{ code: 'not-there', collection: 'releaseStep', id: after } as const] : [])];
  },
  run(draft, { step, after, phase }) {
    const { release } = draft.workspace.get('releaseStep', step);
    if (after !== step && release !== null) {
      const [place] = stepPlaces(draft, release, { after, count: 1, moving: step });
      draft.update('releaseStep', step, { place: place! });
    }
    if (phase !== undefined) draft.update('releaseStep', step, { phase });
  },
});

export const removeReleaseStep = verb({
  name: 'removeReleaseStep',
  does: 'Take a step out of the checklist of a release.',
  route: ['DELETE', '/release-steps/{step}'],
  input: z.strictObject({ step: ref('releaseStep') }),
  needs: (view, { step }) => onStep(view, step),
  blockers: (view, { step }) => refusesTemplate(view, step),
  run: (draft, { step }) => draft.remove('releaseStep', step),
});

export const renameReleasePhase = verb({
  name: 'renameReleasePhase',
  does: 'Give a phase of a release another name. Under the name of another phase the two become one.',
  route: ['POST', '/releases/{release}/phases/rename'],
  input: z.strictObject({ release: ref('release'), phase: phaseName, name: phaseName }),
  needs: (_, { release }) => onRelease(release),
  run(draft, { release, phase, name }) {
    const steps = Array.from(draft.workspace.list(stepsOf, release));
    for (const { id, phase: of } of steps) if (of === phase) draft.update('releaseStep', id, { phase: name });
  },
});
