import { expect, test } from 'vitest';
import { APP, CAST, stateId } from '../../../../test/builders/cast.ts';
import { Sprinting } from '../../../../test/builders/sprinting.ts';
import { updateItem } from '../../../domain/backlog/update-item.ts';
import { DEFAULT_STATES } from '../../../domain/backlog/default-states.ts';
import { boardOf, type ColumnsBy } from '../../../domain/sprint/board.ts';
import type { LanesBy } from '../../../domain/sprint/lanes.ts';
import { callsOfMove, canStand, cellOf, endOf, placeOn, withMoved, type BoardPlace } from './card-moves.ts';

const state = (group: string) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((one) => one.group === group),
  );
const [TODO, DOING] = [state('backlog'), state('in-progress')];

function onBoard(lanes: LanesBy = 'none', columns: ColumnsBy = 'state') {
  const world = new Sprinting({ a: 1, b: 1, c: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c');
  const look = { columns, lanes };
  const board = boardOf(world.workspace, world.get(sprint), look);
  const [a, b, c] = world.ids('a', 'b', 'c') as [string, string, string];
  const calls = (card: string, place: BoardPlace, canPlan = true) => callsOfMove({ view: world.workspace, board, look, sprint, card, place, canPlan });
  const stands = (card: string, lane: string, column: string) => canStand({ view: world.workspace, board, look, card, place: { lane, column, before: null } });
  return { world, board, sprint, a, b, c, calls, stands };
}

test('a place is above the card that the pointer is over, under it, or at the end of a column', () => {
  const { board, a, b, c } = onBoard();
  expect(placeOn(board, { row: b, edge: 'above' }, c)).toEqual({ lane: '', column: TODO, before: b });
  expect(placeOn(board, { row: a, edge: 'below' }, b)).toEqual({ lane: '', column: TODO, before: c }); // what is lifted is not there
  expect(placeOn(board, { row: c, edge: 'below' }, a)).toEqual({ lane: '', column: TODO, before: null });
  expect(placeOn(board, { row: endOf('', DOING), edge: 'above' }, a)).toEqual({ lane: '', column: DOING, before: null });
  expect(placeOn(board, { row: a, edge: 'above' }, a)).toBeNull();
});

test('before the drop the board stands as after it', () => {
  const { board, a, b, c } = onBoard();
  const moved = withMoved(board, c, { lane: '', column: TODO, before: a });
  expect(cellOf(moved, c)?.cards).toEqual([c, a, b]);
  expect(cellOf(withMoved(board, a, { lane: '', column: DOING, before: null }), a)).toMatchObject({ column: DOING, cards: [a] });
});

test('a move changes the state, the person and the order, and leaves out what is so already or is not for this person', () => {
  const { board, sprint, a, b, calls } = onBoard();
  expect(board.columns[0]?.id).toBe(TODO);
  expect(calls(a, { lane: '', column: DOING, before: null })).toEqual([{ verb: 'setState', input: { items: [a], state: DOING } }]);
  expect(calls(b, { lane: '', column: TODO, before: a })).toEqual([{ verb: 'moveInSprint', input: { sprint, items: [b], place: { before: a } } }]);
  expect(calls(b, { lane: '', column: TODO, before: a }, false)).toEqual([]);
  expect(calls(b, { lane: '', column: TODO, before: undefined })).toEqual([]);
  const lanes = onBoard('assignee');
  expect(lanes.calls(lanes.a, { lane: CAST.tom.id, column: TODO, before: undefined })).toEqual([
    { verb: 'updateItems', input: { items: [lanes.a], assignee: CAST.tom.id } },
  ]);
});

test('a card that goes to another lane becomes what that lane is of', () => {
  const move = (lanes: LanesBy, lane: string) => {
    const { a, calls } = onBoard(lanes);
    const [call] = calls(a, { lane, column: TODO, before: undefined });
    return call && { ...call.input, verb: call.verb };
  };
  expect(move('type', 'bug')).toMatchObject({ verb: 'updateItems', type: 'bug' });
  expect(move('tag', 'maps\noffline')).toMatchObject({ verb: 'updateItems', tags: ['maps', 'offline'] });
  expect(move('release', 'r')).toMatchObject({ verb: 'putInRelease', release: 'r' });
  expect(move('category', 'infrastructure')).toMatchObject({ verb: 'updateItems', category: 'infrastructure' });
  expect(move('estimate', 'points 5')).toMatchObject({ verb: 'updateItems', estimate: { kind: 'points', value: 5 } });
  expect(move('estimate', 'size L')).toMatchObject({ verb: 'updateItems', estimate: { kind: 'size', value: 'L' } });
  expect(move('estimate', '')).toMatchObject({ verb: 'updateItems', estimate: null });
  expect(move('due', '2026-04-01')).toMatchObject({ verb: 'updateItems', dueOn: '2026-04-01' });
  expect(move('epic', 'e')).toMatchObject({ verb: 'setParent', parent: 'e' });
  expect(move('parent', '')).toBeUndefined(); // it is there already
});

test('on a board of people a card becomes somebody’s, and goes to another state by its lane', () => {
  const { world, sprint, a, b, stands } = onBoard('state', 'assignee');
  world.run(updateItem, { item: b, assignee: CAST.tom.id });
  const look = { columns: 'assignee', lanes: 'state' } as const;
  const board = boardOf(world.workspace, world.get(sprint), look);
  const move = (lane: string, column: string = CAST.tom.id) =>
    callsOfMove({ view: world.workspace, board, look, sprint, card: a, place: { lane, column, before: undefined }, canPlan: true });
  const toTom = { verb: 'updateItems', input: { items: [a], assignee: CAST.tom.id } };
  expect(move('Backlog', 'nobody')).toEqual([]);
  expect(move('Backlog')).toEqual([toTom]);
  expect(move('In progress')).toEqual([toTom, { verb: 'setState', input: { items: [a], state: DOING } }]);
  expect([stands(a, 'In progress', 'nobody'), stands(a, 'Elsewhere', 'nobody')]).toEqual([true, false]);
});

test('a card goes nowhere where it cannot stand: over to another product, to hours, or to two states at once', () => {
  const states = onBoard('state');
  expect([states.stands(states.a, 'In progress', TODO), states.stands(states.a, 'In progress', DOING)]).toEqual([false, true]);
  expect(states.calls(states.a, { lane: 'In progress', column: TODO, before: null })).toEqual([]);
  const products = onBoard('product');
  expect([products.stands(products.a, 'another', TODO), products.stands(products.a, APP, DOING)]).toEqual([false, true]);
  const sizes = onBoard('estimate');
  expect([sizes.stands(sizes.a, 'hours 5', TODO), sizes.stands(sizes.a, 'points 5', TODO)]).toEqual([false, true]);
  sizes.world.run(updateItem, { item: sizes.a, estimate: { kind: 'hours', original: 8, remaining: 5, spent: 3 } });
  expect([sizes.stands(sizes.a, 'points 5', TODO), sizes.stands(sizes.a, 'hours 5', DOING)]).toEqual([false, true]);
});

test('a cell that a move does not touch stays the same', () => {
  const { board, a } = onBoard();
  const [before, after] = [board.lanes[0]!.cells, withMoved(board, a, { lane: '', column: DOING, before: null }).lanes[0]!.cells];
  expect(board.columns.map(({ id }) => after[id] === before[id])).toEqual(board.columns.map(({ id }) => id !== TODO && id !== DOING));
});
