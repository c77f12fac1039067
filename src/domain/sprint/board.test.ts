import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setState } from '../backlog/set-state.ts';
import { updateState } from '../backlog/states.ts';
import { updateItem } from '../backlog/update-item.ts';
import { boardOf, type BoardLook } from './board.ts';
import { moveInSprint } from './move-in-sprint.ts';

const state = (group: string) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((one) => one.group === group),
  );
const BY_STATE: BoardLook = { columns: 'state', lanes: 'none' };

/** What stands on a board: for each lane its columns that are not empty, with titles. */
function shown(world: Sprinting, sprint: string, look: BoardLook) {
  const { columns, lanes } = boardOf(world.workspace, world.get(sprint), look);
  const lane = (cells: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(columns.flatMap(({ id, group }) => (cells[id]!.length === 0 ? [] : [[group, world.titles(cells[id]!)]])));
  return lanes.map(({ id, cells }) => [world.workspace.find('member', id)?.name ?? '', lane(cells)]);
}

test('cards stand by state in the team’s own order; what was declined is gone, tasks stand in their story', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
  const sprint = world.sprint();
  world.add({ task: null }, { type: 'task', parent: world.id('a') }).plan(sprint, 'a', 'b', 'c', 'd');
  world.run(moveInSprint, { sprint, items: world.ids('c'), place: { to: 'top' } });
  world.run(setState, { items: world.ids('a', 'c'), state: state('in-progress') });
  world.run(setState, { items: world.ids('d'), state: state('declined') });
  expect(shown(world, sprint, BY_STATE)).toEqual([['', { backlog: 'b', 'in-progress': 'c a' }]]);
});

test('lanes are people, those with the first cards first, and nobody last', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c');
  world.run(updateItem, { item: world.id('b'), assignee: CAST.tom.id, state: state('in-progress') });
  expect(shown(world, sprint, { columns: 'group', lanes: 'assignee' })).toEqual([
    ['Tom Team', { 'in-progress': 'b' }],
    ['', { backlog: 'a c' }],
  ]);
});

test('items of several products stand by group, because their workflows differ', () => {
  const world = new Sprinting({ a: 1 });
  world.add({ theirs: 1 }, { product: WEB });
  const sprint = world.sprint({}, world.team('Both', 5, [APP, WEB]));
  world.plan(sprint, 'a', 'theirs');
  expect(shown(world, sprint, BY_STATE)).toEqual([['', { backlog: 'a theirs' }]]);
});

test('a limit warns or stops: per team, and not what leaves', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1 });
  const [sprint, doing] = [world.sprint(), state('in-progress')];
  world.plan(sprint, 'a', 'b', 'c').run(updateState, { state: doing, wipLimit: 1 });
  world.run(setState, { items: world.ids('a', 'b'), state: doing });
  const column = boardOf(world.workspace, world.get(sprint), BY_STATE).columns.find(({ id }) => id === doing);
  expect(column?.wip).toEqual({ now: 2, limit: 1, isStrict: false });
  world.run(updateState, { state: doing, isWipStrict: true, wipLimit: 2 });
  const full = [{ code: 'wip-full', state: doing, limit: 2 }];
  expect(world.refusal(() => world.run(setState, { items: world.ids('c'), state: doing }))).toEqual(full);
  expect(world.refusal(() => world.run(updateItem, { item: world.id('c'), state: doing }))).toEqual(full);
  expect(world.refusal(() => world.run(setState, { items: world.ids('a'), state: doing }))).toEqual([]);
  world.run(setState, { items: world.ids('b'), state: state('done') });
  expect(world.refusal(() => world.run(setState, { items: world.ids('c'), state: doing }))).toEqual([]);
  world.run(updateState, { state: doing, wipLimit: null });
  expect(boardOf(world.workspace, world.get(sprint), BY_STATE).columns.every(({ wip }) => wip === null)).toBe(true);
});
