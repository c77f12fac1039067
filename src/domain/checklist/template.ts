import { z } from 'zod';
import { verb, type View } from '../collections.ts';
import { filledKeys } from '../kernel/filled-keys.ts';
import { ref } from '../kernel/ref.ts';
import { stepsOf, templateSteps, type ReleaseStep } from './step.ts';
import { stepPlaces } from './step-places.ts';

/** A step as a template has it: nobody has begun it, so it is not done. */
export type TemplateStep = Pick<ReleaseStep, 'phase' | 'text' | 'person' | 'days'>;

/** A step of a checklist or of a template as it is before anybody has begun it. */
export const unbegun = ({ phase, text, person, days }: TemplateStep) => ({ phase, text, person, days, done: false });

const usual = (phase: string, days: number, text: string): TemplateStep => ({ phase, text, person: null, days });

/** What a checklist begins with in a product that has kept no template of its own. */
export const USUAL_TEMPLATE: readonly TemplateStep[] = [
  usual('Prepare', -28, 'Pricing: settle what it costs, and for whom'),
  usual('Prepare', -21, 'Legal: look over terms, privacy and licences'),
  usual('Prepare', -14, 'Docs: bring the help and the API reference up to date'),
  usual('Prepare', -7, 'Training: show it to support and sales'),
  usual('Launch', -1, 'Say when it goes out to those who must know'),
  usual('Launch', 0, 'Tell customers what is new'),
  usual('Follow up', 14, 'Look at what came back, and decide what follows'),
];

/** The steps that a release's checklist begins with: the product's own, or the usual ones while it has kept none. */
export function templateOf(view: View, product: string): readonly TemplateStep[] {
  const own = view.list(templateSteps, product);
  return own.length > 0 ? [...own] : USUAL_TEMPLATE;
}

export const takeReleaseTemplate = verb({
  name: 'takeReleaseTemplate',
  does: 'Put the steps of the product’s template in the checklist of a release, those that stand there already left out.',
  route: ['POST', '/releases/{release}/steps/from-template'],
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'plan-releases', on: { in: 'release', id: release } }],
  run(draft, { release }, context) {
    const { product } = draft.workspace.get('release', release);
    const there = Array.from(draft.workspace.list(stepsOf, release));
    const isThere = ({ phase, text }: TemplateStep) => there.some((step) => step.phase === phase && step.text === text);
    const missing = templateOf(draft.workspace, product).filter((step) => !isThere(step));
    const places = stepPlaces(draft, release, { after: there.at(-1)?.id ?? null, count: missing.length });
    missing.forEach((step, at) => draft.create('releaseStep', { id: context.newId(), product, release, ...unbegun(step), place: places[at]! }));
  },
});

export const keepReleaseTemplate = verb({
  name: 'keepReleaseTemplate',
  does: 'Keep the checklist of a release as the template of its product, in place of the one before. Of a release without steps: the usual one counts again.',
  route: ['POST', '/releases/{release}/steps/keep-as-template'],
  input: z.strictObject({ release: ref('release') }),
  needs: (view, { release }) => [{ may: 'plan-releases', on: { in: 'product', id: view.get('release', release).product } }],
  run(draft, { release }, context) {
    const { product } = draft.workspace.get('release', release);
    for (const { id } of Array.from(draft.workspace.list(templateSteps, product))) draft.remove('releaseStep', id);
    const steps = Array.from(draft.workspace.list(stepsOf, release));
    const places = filledKeys(steps.map(() => null));
    steps.forEach((step, at) => draft.create('releaseStep', { id: context.newId(), product, release: null, ...unbegun(step), place: places[at]! }));
  },
});
