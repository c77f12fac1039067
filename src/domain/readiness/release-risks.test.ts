import { expect, test } from 'vitest';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { addCriteria } from '../backlog/criteria.ts';
import { stepsOf } from '../checklist/step.ts';
import { addReleaseSteps, tickReleaseStep, updateReleaseStep } from '../checklist/steps.ts';
import { writeDescription } from '../backlog/write-description.ts';
import { addDays } from '../kernel/day.ts';
import { updateProduct } from '../product/update-product.ts';
import { shipRelease } from '../release/ship-release.ts';
import { updateRelease } from '../release/update-release.ts';
import { APP } from '../../../test/builders/cast.ts';
import { releaseRisksOf } from './release-risks.ts';

const look = (world: Planned, release: string, view = world.workspace) => releaseRisksOf(view, world.lines(view), world.workspace.get('release', release));
/** `code: titles` of each risk. */
const risks = (world: Planned, release: string) => look(world, release).risks.map(({ code, items }) => [code, world.titles(items)].filter(Boolean).join(': '));

test('what speaks against a release is named with the items concerned, the gravest first', () => {
  const world = planned({ a: 3, b: 4, unsized: null, waits: 1, large: 30, later: 2, blocker: 1 });
  const [first, second] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
  world.put(first, 'a', 'b', 'unsized', 'waits', 'large').put(second, 'later');
  world.blocks('later', 'waits').blocks('blocker', 'b');
  world.run(updateProduct, { product: APP, unit: 'points' });
  // `blocker` ranks below `b` in the same list and is in no release: it holds `b`, and `b` waits across the border for it.
  expect(risks(world, first)).toEqual(['over-capacity: large', 'across-border: b waits', 'no-goal', 'not-estimated: unsized']);
  world.run(updateRelease, { release: first, goal: 'Dry feet', state: 'active' });
  expect(risks(world, first)).toEqual(['over-capacity: large', 'across-border: b waits', 'not-ready: a b unsized waits large', 'not-estimated: unsized']);
});

test('a row that is held by work of the release itself is said to be held, and not to wait across its border', () => {
  const world = planned({ a: 3, b: 4 });
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'a', 'b').blocks('b', 'a').run(updateRelease, { release, goal: 'x' });
  expect(risks(world, release)).toEqual(['held: a']);
});

test('readiness counts the open rows that pass all that is asked of them, and those that are ready or further on', () => {
  const world = planned({ a: 3, b: 3 });
  const release = world.release('2.4', IN_4_WEEKS, { startOn: addDays('2026-03-02', 15) });
  world.put(release, 'a', 'b');
  expect(look(world, release).readiness).toEqual({ ready: 0, of: 2, missing: world.ids('a', 'b') });
  // It starts in more than two weeks: nothing of it has to be ready yet.
  expect(risks(world, release)).toEqual(['no-goal']);
  world.later(1);
  expect(risks(world, release)).toEqual(['no-goal', 'not-ready: a b']);
  world.run(writeDescription, { item: world.id('a'), base: null, text: 'Why' });
  expect(look(world, release).readiness).toMatchObject({ ready: 0, of: 2 });
  world.run(addCriteria, { item: world.id('a'), texts: ['It works'] });
  expect(look(world, release).readiness).toEqual({ ready: 1, of: 2, missing: world.ids('b') });
});

test('a release whose day has passed says so, as does one without a day; one that is shipped has no risks', () => {
  const world = planned({ a: 3 });
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'a').run(updateRelease, { release, goal: 'x' });
  world.later(20);
  expect(risks(world, release)[0]).toBe('date-passed');
  world.run(updateRelease, { release, dueOn: null });
  expect(risks(world, release)[0]).toBe('no-date');
  world.run(shipRelease, { release });
  expect(look(world, release).risks).toEqual([]);
});

test('steps of its checklist that are overdue speak against it until they are done', () => {
  const world = planned({ a: 3 });
  const release = world.release('2.4', IN_2_WEEKS, { startOn: '2026-02-02' });
  world.run(updateRelease, { release, goal: 'x' });
  world.run(addReleaseSteps, { release, phase: 'Prepare', texts: ['Docs'] });
  const [step] = world.workspace.list(stepsOf, release);
  world.run(updateReleaseStep, { step: step!.id, days: -11 });
  // Today is the 2nd of March, eleven days before the 13th: due today is not overdue.
  expect(risks(world, release)).toEqual([]);
  world.run(updateReleaseStep, { step: step!.id, days: -12 });
  expect(risks(world, release)).toEqual(['steps-late']);
  world.run(tickReleaseStep, { step: step!.id, done: true });
  expect(risks(world, release)).toEqual([]);
});
