import { expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../../test/builders/cast.ts';
import { World } from '../../../test/builders/world.ts';
import { drawLine } from '../cutline/draw-line.ts';
import { endImport } from '../import/end-import.ts';
import { importRows } from '../import/import-rows.ts';
import { startImport } from '../import/start-import.ts';
import { updateMember } from '../member/update-member.ts';
import { createRelease } from '../release/create-release.ts';
import { firstSteps } from './first-steps.ts';

/** A workspace with nobody in it but its admin. */
function begun(): World {
  const world = new World();
  for (const { id } of [CAST.pia, CAST.tom, CAST.sam, CAST.gus]) world.run(updateMember, { member: id, role: null });
  return world;
}

const steps = (world: World, { isRoadmapPrinted = false, product = APP } = {}) => firstSteps(world.workspace, { product, isRoadmapPrinted });
const titles = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`item ${n}`, null]));

test('in a new product all three steps are open', () => {
  expect(steps(begun())).toEqual({ done: { backlog: false, line: false, show: false }, items: 0, isOver: false });
});

test('ten items are a backlog, nine are not', () => {
  const world = begun().add(titles(9));
  expect(steps(world).done.backlog).toBe(false);
  world.add({ tenth: null });
  expect(steps(world)).toMatchObject({ done: { backlog: true }, items: 10 });
});

test('what was done in one product is nothing done in another', () => {
  const world = begun().add(titles(10));
  world.run(drawLine, { product: APP, pace: 10, on: '2026-04-01' });
  expect(steps(world)).toMatchObject({ done: { backlog: true, line: true }, items: 10 });
  expect(steps(world, { product: WEB })).toEqual({ done: { backlog: false, line: false, show: false }, items: 0, isOver: false });
});

test('an import is a backlog, however short, once it is done', () => {
  const world = begun();
  world.run(startImport, { product: APP, file: 'short.csv', hash: 'a'.repeat(64), rows: 1, states: [], highestNumber: 0 });
  const run = [...world.workspace.all('import')][0]!.id;
  world.run(importRows, { import: run, rows: [{ source: 'csv:1', key: null, title: 'Only one', cells: {} }] });
  expect(steps(world).done.backlog).toBe(false);
  world.run(endImport, { import: run, as: 'done', skipped: 0 });
  expect(steps(world).done.backlog).toBe(true);
});

test('the line is drawn with the first release that has a date', () => {
  const world = begun().add({ a: 3 });
  world.run(createRelease, { product: APP, name: '2.4' });
  expect(steps(world).done.line).toBe(false);
  world.run(drawLine, { product: APP, pace: 10, on: '2026-04-01' });
  expect(steps(world).done.line).toBe(true);
});

test('somebody is shown it by an invitation, or by the roadmap on paper', () => {
  const world = begun();
  expect(steps(world, { isRoadmapPrinted: true }).done.show).toBe(true);
  world.run(updateMember, { member: CAST.nia.id, role: 'stakeholder' });
  expect(steps(world).done.show).toBe(true);
});

test('when all three are done there is nothing left to say', () => {
  const world = begun().add(titles(10));
  world.run(drawLine, { product: APP, pace: 10, on: '2026-04-01' });
  expect(steps(world).isOver).toBe(false);
  expect(steps(world, { isRoadmapPrinted: true }).isOver).toBe(true);
});
