import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setParent } from '../backlog/set-parent.ts';
import { setState } from '../backlog/set-state.ts';
import { removeState } from '../backlog/states.ts';
import { updateState } from '../backlog/states.ts';
import { updateItem } from '../backlog/update-item.ts';
import { addToTeam } from '../team/memberships.ts';
import { boardOf, type BoardLook } from './board.ts';
import { moveInSprint } from './move-in-sprint.ts';
import { columnsOfTeam } from './board-column.ts';
import type { LanesBy } from './lanes.ts';
import { setBoardColumns } from './set-board-columns.ts';

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
    Object.fromEntries(
      columns.flatMap((column) =>
        cells[column.id]!.length === 0 ? [] : [[column.of === 'states' ? column.group : column.name, world.titles(cells[column.id]!)]],
      ),
    );
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
  expect(column).toMatchObject({ wip: { now: 2, limit: 1, isStrict: false } });
  world.run(updateState, { state: doing, isWipStrict: true, wipLimit: 2 });
  const full = [{ code: 'wip-full', state: doing, limit: 2 }];
  expect(world.refusal(() => world.run(setState, { items: world.ids('c'), state: doing }))).toEqual(full);
  expect(world.refusal(() => world.run(updateItem, { item: world.id('c'), state: doing }))).toEqual(full);
  expect(world.refusal(() => world.run(setState, { items: world.ids('a'), state: doing }))).toEqual([]);
  world.run(setState, { items: world.ids('b'), state: state('done') });
  expect(world.refusal(() => world.run(setState, { items: world.ids('c'), state: doing }))).toEqual([]);
  world.run(updateState, { state: doing, wipLimit: null });
  expect(boardOf(world.workspace, world.get(sprint), BY_STATE).columns.map((one) => one.of === 'states' && one.wip)).toEqual(
    DEFAULT_STATES.filter(({ group }) => group !== 'declined').map(() => null),
  );
});

test('lanes are made by any field: its cards stand in the lane of what they have, and those that have nothing in the last', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 }).add({ Maps: null }, { type: 'epic' }).add({ Routes: null }, { type: 'feature' });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c', 'd');
  world.run(setParent, { items: world.ids('Routes', 'c'), parent: world.id('Maps') });
  world.run(setParent, { items: world.ids('b'), parent: world.id('Routes') });
  world.run(updateItem, { item: world.id('a'), type: 'bug', tags: ['offline', 'maps'] });
  const release = world.release('2.4', null);
  world.put(release, 'd');
  const lanes = (by: LanesBy) =>
    boardOf(world.workspace, world.get(sprint), { columns: 'group', lanes: by }).lanes.map(({ id, cells }) => {
      const name = world.workspace.find('item', id)?.title ?? world.workspace.find('release', id)?.name ?? id;
      return `${name.replace('\n', '+')}: ${world.titles(Object.values(cells).flat())}`;
    });
  expect(lanes('none')).toEqual([': a b c d']);
  expect(lanes('epic')).toEqual(['Maps: b c', ': a d']);
  expect(lanes('parent')).toEqual(['Routes: b', 'Maps: c', ': a d']);
  expect(lanes('type')).toEqual(['story: b c d', 'bug: a']);
  expect(lanes('tag')).toEqual(['maps+offline: a', ': b c d']);
  expect(lanes('release')).toEqual(['2.4: d', ': a b c']);
});

test('lanes of categories, sizes, days, products and states stand in the order of those', () => {
  const world = new Sprinting({ a: 8, b: 2, c: null, d: 2 });
  world.add({ theirs: 2 }, { product: WEB });
  const sprint = world.sprint({}, world.team('Both', 5, [APP, WEB]));
  world.plan(sprint, 'a', 'b', 'c', 'd', 'theirs');
  world.run(updateItem, { item: world.id('a'), dueOn: '2026-04-02', state: state('in-progress') });
  world.run(updateItem, { item: world.id('b'), dueOn: '2026-04-01', category: 'infrastructure' });
  world.run(updateItem, { item: world.id('c'), estimate: { kind: 'size', value: 'M' }, type: 'chore' });
  world.run(updateItem, { item: world.id('d'), estimate: { kind: 'hours', original: 8, remaining: 5, spent: 3 }, type: 'bug' });
  const lanes = (by: LanesBy) =>
    boardOf(world.workspace, world.get(sprint), { columns: 'group', lanes: by }).lanes.map(
      ({ id, cells }) => `${id}: ${world.titles(Object.values(cells).flat())}`,
    );
  expect(lanes('category')).toEqual(['new-feature: theirs a', 'defect: d', 'technical-debt: c', 'infrastructure: b']);
  expect(lanes('estimate')).toEqual(['points 2: theirs b', 'points 8: a', 'size M: c', 'hours 5: d', ': ']);
  expect(lanes('due')).toEqual(['2026-04-01: b', '2026-04-02: a', ': theirs c d']);
  expect(lanes('product')).toEqual([`${APP}: b c d a`, `${WEB}: theirs`]);
  expect(lanes('state')).toEqual(['Backlog: theirs b c d', 'In progress: a']);
});

test('columns are people, those of the team and whoever else has a card, and first what nobody has', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c');
  world.run(addToTeam, { team: world.web, member: CAST.tom.id });
  world.run(updateItem, { item: world.id('b'), assignee: CAST.ada.id, state: state('in-progress') });
  const { columns, lanes } = boardOf(world.workspace, world.get(sprint), { columns: 'assignee', lanes: 'state' });
  expect(columns.map(({ name }) => name)).toEqual(['Nobody', CAST.ada.name, CAST.tom.name]);
  expect(lanes.map(({ id, cells }) => [id, columns.map((column) => world.titles(cells[column.id]!))])).toEqual([
    ['Backlog', ['a c', '', '']],
    ['In progress', ['', 'b', '']],
  ]);
});

test('a team says which columns its board has: by states and groups of states; what stands in none of them is named', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c', 'd');
  const review = state('in-review');
  world.run(setState, { items: world.ids('b'), state: state('in-progress') });
  world.run(setState, { items: world.ids('c'), state: review });
  world.run(setState, { items: world.ids('d'), state: state('done') });
  const columns = [
    { name: 'Working on it', groups: ['in-progress'] as const },
    { name: 'Finished', groups: ['done'] as const, states: [review] },
  ];
  const set = (given: readonly object[]) => world.run(setBoardColumns, { team: world.web, columns: given as never });
  const board = (by: 'own' | 'state' = 'own') => {
    const { columns: all, lanes } = boardOf(world.workspace, world.get(sprint), { columns: by, lanes: 'none' });
    return all.map(({ id, name }) => `${name}: ${world.titles(lanes[0]!.cells[id]!)}`);
  };
  const byStates = board('state');
  expect(board()).toEqual(byStates); // while the team has said nothing
  set(columns);
  expect(board()).toEqual(['Working on it: b', 'Finished: c d', 'In no column: Backlog: a']);
  expect(board('state')).toEqual(byStates);
  const [first, second] = [...world.workspace.list(columnsOfTeam, world.web)];
  set([
    { ...columns[1], id: second!.id, name: 'Ready to show' },
    { name: 'To do', groups: ['backlog', 'ready'] },
  ]);
  expect(world.workspace.find('boardColumn', first!.id)).toBeUndefined();
  expect(board()).toEqual(['Ready to show: c d', 'To do: a', 'In no column: In progress: b']);
  set([]);
  expect(board()).toEqual(byStates);
});

test('a step that goes from the workflow goes from the columns that name it, and comes back into them', () => {
  const world = new Sprinting();
  const [review, doing] = [state('in-review'), state('in-progress')];
  world.run(setBoardColumns, { team: world.web, columns: [{ name: 'Working on it', states: [doing, review] }] });
  const named = () => Array.from(world.workspace.list(columnsOfTeam, world.web), ({ states }) => [...states].sort());
  const { entry } = world.run(removeState, { state: review });
  expect(named()).toEqual([[doing]]);
  world.undo(entry);
  expect(named()).toEqual([[doing, review].sort()]);
});

test('a state stands in one column, and only states of the team’s products do', () => {
  const world = new Sprinting();
  const [doing, theirs] = [state('in-progress'), stateId(WEB, 0)];
  const refused = (columns: readonly object[]) => world.refusal(() => world.run(setBoardColumns, { team: world.web, columns: columns as never }));
  expect(
    refused([
      { name: 'One', states: [doing] },
      { name: 'Two', states: [doing] },
    ]),
  ).toEqual([{ code: 'same-twice', what: 'A state' }]);
  expect(
    refused([
      { name: 'One', groups: ['done'] },
      { name: 'Two', groups: ['done'] },
    ]),
  ).toEqual([{ code: 'same-twice', what: 'A group of states' }]);
  expect(refused([{ name: 'One', states: [theirs] }])).toEqual([{ code: 'not-there', collection: 'state', id: theirs }]);
});
