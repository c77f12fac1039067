import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { rowOf, takeIn } from '../../../test/builders/imports.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { moveItems } from '../backlog/move-items.ts';
import { parkItems } from '../backlog/park-items.ts';
import { setState } from '../backlog/set-state.ts';
import { trashItems } from '../backlog/trash-items.ts';
import { updateItem } from '../backlog/update-item.ts';
import { writeDescription } from '../backlog/write-description.ts';
import { importsOf } from './import-run.ts';
import type { ImportRow } from './import-row.ts';

const points = (value: number) => ({ kind: 'points' as const, value });
const whole = (fields: Partial<ImportRow> = {}): ImportRow =>
  rowOf('a', {
    key: 'OLD-1',
    type: 'story',
    state: 'Ready',
    description: 'Why',
    criteria: ['one'],
    estimate: points(3),
    assignee: { name: 'Uwe New', email: null },
    tags: ['x'],
    sprint: 'S1',
    release: 'R1',
    dueOn: '2026-05-01',
    createdOn: '2025-01-01',
    updatedOn: '2025-02-01',
    ...fields,
  });
const lastRun = (world: World) => Array.from(world.workspace.list(importsOf, APP)).at(-1)!;
const keptFields = (kept: readonly { field: string }[]) => kept.map(({ field }) => field);

test('the same file again changes no item and makes nothing twice', () => {
  const world = backlog();
  takeIn(world, { rows: [whole(), rowOf('b')] });
  const counts = () =>
    (['item', 'member', 'release', 'sprint', 'state', 'alias', 'criterion', 'sourceRecord'] as const).map((name) => [...world.workspace.all(name)].length);
  const before = { counts: counts(), item: world.item('a') };
  const { entries, kept } = takeIn(world, { rows: [whole(), rowOf('b')] });
  expect(counts()).toEqual(before.counts);
  expect(world.item('a')).toEqual(before.item);
  expect(kept).toEqual([]);
  expect(new Set(entries.flatMap(({ changes }) => changes.map((change) => change.in)))).toEqual(new Set(['import']));
  expect(lastRun(world)).toMatchObject({ made: 0, updated: 0, unchanged: 2, done: 2, state: 'done' });
});

test('only what has changed in the file is taken', () => {
  const world = backlog();
  takeIn(world, { rows: [whole()] });
  const before = world.item('a');
  const { kept } = takeIn(world, {
    rows: [{ ...whole({ estimate: points(8), criteria: ['one', 'two'], release: 'R2', state: 'Done', resolvedOn: '2025-03-01' }) }],
  });
  const { estimate, release, state, closedOn, version: _, touchedAt: __, ...rest } = world.item('a');
  expect({ estimate, state, closedOn }).toEqual({ estimate: points(8), state: stateId(APP, 4), closedOn: '2025-03-01' });
  expect(release).not.toBe(before.release);
  expect(before).toMatchObject(rest);
  expect(kept).toEqual([]);
  expect(lastRun(world)).toMatchObject({ updated: 1 });
});

test('what was edited here stays and is named, also by the files after; the rest is taken', () => {
  const world = backlog();
  takeIn(world, { rows: [whole()] });
  world.run(updateItem, { item: world.id('a'), estimate: points(5), title: 'Ours' });
  world.run(writeDescription, { item: world.id('Ours'), base: world.item('Ours').description, text: 'Our own' });
  const again = takeIn(world, { rows: [whole({ title: 'Theirs', estimate: points(8), description: 'Theirs', dueOn: '2026-06-01' })] });
  expect(keptFields(again.kept).toSorted()).toEqual(['description', 'estimate', 'title']);
  expect(world.item('Ours')).toMatchObject({ estimate: points(5), dueOn: '2026-06-01' });
  expect(world.texts.get(world.item('Ours').description!)?.body).toBe('Our own');
  expect(takeIn(world, { rows: [whole({ title: 'Theirs', estimate: points(8), description: 'Theirs', dueOn: '2026-06-01' })] }).kept).toEqual([]);
  expect(keptFields(takeIn(world, { rows: [whole({ title: 'Theirs', estimate: points(13), description: 'Theirs', dueOn: '2026-06-01' })] }).kept)).toEqual([
    'estimate',
  ]);
});

test('what both sides changed to the same is not named', () => {
  const world = backlog();
  takeIn(world, { rows: [whole()] });
  world.run(updateItem, { item: world.id('a'), estimate: points(5) });
  expect(takeIn(world, { rows: [whole({ estimate: points(5) })] }).kept).toEqual([]);
});

test('a column that is absent clears nothing, an empty cell clears', () => {
  const world = backlog();
  takeIn(world, { rows: [whole()] });
  const before = world.item('a');
  takeIn(world, { rows: [rowOf('a', { title: 'a' })] });
  expect(world.item('a')).toEqual(before);
  takeIn(world, {
    rows: [rowOf('a', { title: 'a', estimate: null, assignee: null, tags: [], description: null, criteria: [], sprint: null, release: null, dueOn: null })],
  });
  expect(world.item('a')).toMatchObject({ estimate: null, assignee: null, tags: [], description: null, sprint: null, release: null, dueOn: null });
});

test('a column that comes later is taken, but for what was filled in here meanwhile', () => {
  const world = backlog();
  takeIn(world, { rows: [rowOf('a'), rowOf('b')] });
  world.run(updateItem, { item: world.id('a'), estimate: points(5) });
  const { kept } = takeIn(world, { rows: [rowOf('a', { estimate: points(8), tags: ['x'] }), rowOf('b', { estimate: points(8), state: 'Ready' })] });
  expect(world.item('a')).toMatchObject({ estimate: points(5), tags: ['x'] });
  expect(world.item('b')).toMatchObject({ estimate: points(8), state: stateId(APP, 1) });
  expect(kept).toMatchObject([{ id: world.id('a'), field: 'estimate' }]);
});

test('a repeat never changes the rank, and a row that is absent says nothing', () => {
  const world = backlog({ x: 1 });
  takeIn(world, { rows: ['a', 'b', 'c'].map((title) => rowOf(title)) });
  world.run(moveItems, { product: APP, items: [world.id('c')], place: { to: 'top' } });
  takeIn(world, { rows: [rowOf('b', { tags: ['new'] }), rowOf('new'), rowOf('a')] });
  expect(world.ranked()).toBe('c x a b new');
});

test('what is parked or in the trash stays so, and is not made again', () => {
  const world = backlog();
  takeIn(world, { rows: [rowOf('a'), rowOf('b')] });
  world.run(parkItems, { items: [world.id('a')] });
  world.run(trashItems, { items: [world.id('b')] });
  const [a, b] = [world.item('a'), world.item('b')];
  takeIn(world, { rows: [rowOf('a', { tags: ['x'] }), rowOf('b', { tags: ['x'] })] });
  expect(world.item('a')).toMatchObject({ ...a, tags: ['x'], version: world.item('a').version, touchedAt: world.item('a').touchedAt });
  expect(world.item('b')).toMatchObject({ ...b, tags: ['x'], version: world.item('b').version, touchedAt: world.item('b').touchedAt });
  expect([...world.workspace.all('item')].length).toBe(2);
});

test('a state that was chosen here stays, one that was not follows the file', () => {
  const world = backlog();
  takeIn(world, { rows: [whole(), rowOf('b', { state: 'Ready' })] });
  world.run(setState, { items: [world.id('a')], state: stateId(APP, 2) });
  const { kept } = takeIn(world, { rows: [whole({ state: 'Done' }), rowOf('b', { state: 'Done' })] });
  expect(world.item('a').state).toBe(stateId(APP, 2));
  expect(world.item('b')).toMatchObject({ state: stateId(APP, 4), closedOn: null });
  expect(keptFields(kept)).toEqual(['state']);
});

test('a repeat that is taken back leaves the first import as it was', () => {
  const world = backlog();
  takeIn(world, { rows: [whole()] });
  const before = world.item('a');
  const { entries } = takeIn(world, { rows: [whole({ estimate: points(8), tags: ['y'], criteria: [] }), rowOf('new')] });
  for (const entry of entries.toReversed()) world.undo(entry, 'pia');
  const { version: _, touchedAt: __, ...rest } = before;
  expect(world.item('a')).toMatchObject(rest);
  expect([...world.workspace.all('item')].length).toBe(1);
  takeIn(world, { rows: [whole({ estimate: points(8) })] });
  expect(world.item('a').estimate).toEqual(points(8));
});
