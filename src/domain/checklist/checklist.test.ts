import { expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned } from '../../../test/builders/planned.ts';
import { createRelease } from '../release/create-release.ts';
import { updateRelease } from '../release/update-release.ts';
import { checklistOf } from './checklist.ts';
import { addReleaseSteps, moveReleaseStep, removeReleaseStep, renameReleasePhase, tickReleaseStep, updateReleaseStep } from './steps.ts';
import { keepReleaseTemplate, takeReleaseTemplate, USUAL_TEMPLATE } from './template.ts';

const TODAY = '2026-03-02';

function launching() {
  const world = planned({});
  const make = (name: string, dueOn: string | null = IN_4_WEEKS) => world.run(createRelease, { product: APP, name, dueOn }).made[0]!;
  const release = make('2.4');
  const checklist = (of = release) => checklistOf(world.workspace, world.workspace.get('release', of), TODAY);
  /** Each phase with what its steps say. */
  const told = (of = release) => checklist(of).phases.map(({ name, steps }) => [name, ...steps.map(({ text }) => text)]);
  const step = (text: string, of = release) =>
    checklist(of)
      .phases.flatMap(({ steps }) => steps)
      .find((one) => one.text === text)!;
  const add = (phase: string, ...texts: string[]) => world.run(addReleaseSteps, { release, phase, texts });
  return { world, release, make, checklist, told, step, add };
}

test('steps stand in their phase, and phases in the order of their first steps', () => {
  const { told, add } = launching();
  add('Prepare', 'Docs', 'Legal');
  add('Launch', 'Tell customers');
  add('Prepare', 'Pricing');
  expect(told()).toEqual([
    ['Prepare', 'Docs', 'Legal', 'Pricing'],
    ['Launch', 'Tell customers'],
  ]);
});

test('a step is moved within its phase, into another, and to the top', () => {
  const { world, told, step, add } = launching();
  add('Prepare', 'Docs', 'Legal', 'Pricing');
  add('Launch', 'Tell customers');
  world.run(moveReleaseStep, { step: step('Pricing').id, after: step('Docs').id });
  expect(told()[0]).toEqual(['Prepare', 'Docs', 'Pricing', 'Legal']);
  world.run(moveReleaseStep, { step: step('Docs').id, after: step('Legal').id, phase: 'Launch' });
  expect(told()).toEqual([
    ['Prepare', 'Pricing', 'Legal'],
    ['Launch', 'Docs', 'Tell customers'],
  ]);
  world.run(moveReleaseStep, { step: step('Tell customers').id, after: null });
  expect(told()).toEqual([
    ['Launch', 'Tell customers', 'Docs'],
    ['Prepare', 'Pricing', 'Legal'],
  ]);
});

test('a step is due so many days from the date of the release and moves with it; late is what is past and not done', () => {
  const { world, release, checklist, step, add } = launching();
  add('Prepare', 'Docs', 'Legal', 'Any time');
  for (const [text, days] of [
    ['Docs', -14],
    ['Legal', -26],
  ] as const)
    world.run(updateReleaseStep, { step: step(text).id, days, person: CAST.tom.id });
  // 2 March is today and 27 March the date: 14 days before it is the 13th, 26 days before it the 1st.
  expect(step('Docs')).toMatchObject({ dueOn: '2026-03-13', isLate: false, person: CAST.tom.id });
  expect(step('Legal')).toMatchObject({ dueOn: '2026-03-01', isLate: true });
  expect(step('Any time')).toMatchObject({ dueOn: null, isLate: false });
  expect(checklist()).toMatchObject({ done: 0, of: 3, late: 1 });
  world.run(tickReleaseStep, { step: step('Legal').id, done: true }, 'tom');
  expect(checklist()).toMatchObject({ done: 1, late: 0 });
  world.run(updateRelease, { release, dueOn: IN_2_WEEKS });
  expect(step('Docs').dueOn).toBe('2026-02-27');
  world.run(updateRelease, { release, dueOn: null });
  expect(step('Docs')).toMatchObject({ days: -14, dueOn: null });
});

test('the template puts its steps in, those that are there left out, undone as one', () => {
  const { world, release, told, checklist, add } = launching();
  const { phase, text } = USUAL_TEMPLATE[0]!;
  add(phase, text);
  const taken = world.run(takeReleaseTemplate, { release });
  expect(checklist().of).toBe(USUAL_TEMPLATE.length);
  expect(told().map(([name]) => name)).toEqual(['Prepare', 'Launch', 'Follow up']);
  world.undo(taken.entry);
  expect(told()).toEqual([[phase, text]]);
});

test('a checklist is kept as the template of its product: without what is done, and in place of the one before', () => {
  const { world, release, make, told, step, add } = launching();
  add('Launch', 'Ring the bell', 'Tell customers');
  world.run(updateReleaseStep, { step: step('Ring the bell').id, days: 0, person: CAST.tom.id });
  world.run(tickReleaseStep, { step: step('Ring the bell').id, done: true });
  world.run(keepReleaseTemplate, { release });
  const [next, after] = [make('2.5'), make('2.6', null)];
  world.run(takeReleaseTemplate, { release: next });
  expect(told(next)).toEqual([['Launch', 'Ring the bell', 'Tell customers']]);
  expect(step('Ring the bell', next)).toMatchObject({ days: 0, person: CAST.tom.id, done: false });
  world.run(removeReleaseStep, { step: step('Tell customers', next).id });
  world.run(keepReleaseTemplate, { release: next });
  world.run(takeReleaseTemplate, { release: after });
  expect(told(after)).toEqual([['Launch', 'Ring the bell']]);
  expect(told()).toEqual([['Launch', 'Ring the bell', 'Tell customers']]); // a template is a copy
});

test('a phase has another name in one change, and under the name of another one they are one', () => {
  const { world, release, told, add } = launching();
  add('Prepare', 'Docs');
  add('Launch', 'Tell customers');
  const renamed = world.run(renameReleasePhase, { release, phase: 'Prepare', name: 'Launch' });
  expect(told()).toEqual([['Launch', 'Docs', 'Tell customers']]);
  world.undo(renamed.entry);
  expect(told().map(([name]) => name)).toEqual(['Prepare', 'Launch']);
});

test('a step is not moved under one of another release, and what is in a template is none of a release', () => {
  const { world, release, make, step, add } = launching();
  add('Prepare', 'Docs');
  world.run(keepReleaseTemplate, { release });
  const other = make('2.5');
  world.run(addReleaseSteps, { release: other, phase: 'Prepare', texts: ['Elsewhere'] });
  const codes = (run: () => unknown) => world.refusal(run).map(({ code }) => code);
  expect(codes(() => world.run(moveReleaseStep, { step: step('Docs').id, after: step('Elsewhere', other).id }))).toEqual(['not-there']);
  const kept = [...world.workspace.all('releaseStep')].find((one) => one.release === null)!;
  expect(codes(() => world.run(tickReleaseStep, { step: kept.id, done: true }))).toEqual(['not-there']);
});
