import { expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { setState } from './set-state.ts';
import { createState, removeState, updateState } from './states.ts';
import { statesOf } from './state.ts';

const names = (world: ReturnType<typeof backlog>) => Array.from(world.workspace.list(statesOf, APP), ({ name }) => name).join(', ');

test('a new state stands last in its group, or where it was put', () => {
  const world = backlog();
  world.run(createState, { product: APP, name: 'Waiting', group: 'backlog' });
  world.run(createState, { product: APP, name: 'Idea', group: 'backlog', place: 0 });
  expect(names(world)).toBe('Backlog, Idea, Waiting, Ready, In progress, In review, Done, Declined');
});

test('a name is used once in a workflow, whatever its case', () => {
  const world = backlog();
  expect(world.refusal(() => world.run(createState, { product: APP, name: 'READY', group: 'ready' }))).toMatchObject([{ code: 'same-twice' }]);
  expect(world.refusal(() => world.run(updateState, { state: stateId(APP, 0), name: 'ready' }))).toMatchObject([{ code: 'same-twice' }]);
  expect(world.refusal(() => world.run(updateState, { state: stateId(APP, 0), name: 'BACKLOG' }))).toEqual([]);
});

test('a state in use goes only with another one for its items, which then open or close', () => {
  const world = backlog({ a: 1, b: 1 });
  world.run(setState, { items: world.ids('a', 'b'), state: stateId(APP, 2) });
  expect(world.refusal(() => world.run(removeState, { state: stateId(APP, 2) }))).toEqual([{ code: 'state-in-use', state: stateId(APP, 2), items: 2 }]);
  expect(world.refusal(() => world.run(removeState, { state: stateId(APP, 2), replacement: stateId(WEB, 2) }))).toMatchObject([{ code: 'not-there' }]);
  world.run(removeState, { state: stateId(APP, 2), replacement: stateId(APP, 4) });
  expect(world.item('a')).toMatchObject({ state: stateId(APP, 4), closedOn: '2026-03-02' });
  world.undo();
  expect(world.item('a')).toMatchObject({ state: stateId(APP, 2), closedOn: null });
});

test.each([0, 4, 5])('the last state to start, to end or to decline into stays (%i)', (at) => {
  const world = backlog({ a: 1 });
  expect(world.refusal(() => world.run(removeState, { state: stateId(APP, at), replacement: stateId(APP, 1) }))).toEqual([
    { code: 'last-in-group', state: stateId(APP, at) },
  ]);
  expect(world.refusal(() => world.run(updateState, { state: stateId(APP, at), group: 'in-review' }))).toEqual([
    { code: 'last-in-group', state: stateId(APP, at) },
  ]);
});

test('a state that changes its meaning opens or closes what is in it', () => {
  const world = backlog({ a: 1 });
  world.run(setState, { items: world.ids('a'), state: stateId(APP, 3) });
  world.run(updateState, { state: stateId(APP, 3), group: 'done' });
  expect([world.item('a').closedOn, world.ranked()]).toEqual(['2026-03-02', '']);
  world.run(updateState, { state: stateId(APP, 3), group: 'in-review' });
  expect([world.item('a').closedOn, world.ranked()]).toEqual([null, 'a']);
});

test('taking a change of meaning back leaves no workflow without an end', () => {
  const world = backlog();
  const { entry } = world.run(updateState, { state: stateId(APP, 3), group: 'done' });
  world.run(removeState, { state: stateId(APP, 4) });
  expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo', kept: [{ in: 'state', id: stateId(APP, 3), field: 'group' }] }]);
});
