import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { dump, dumpIndexes } from '../../../test/builders/dump.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { backlog, type World, type WorldCall } from '../../../test/builders/world.ts';
import { setState } from '../backlog/set-state.ts';
import { createState, updateState } from '../backlog/states.ts';
import { updateItems } from '../backlog/update-items.ts';
import { createLink, removeLink } from '../dependency/create-link.ts';
import { model } from '../model.ts';
import { closeSprint } from '../sprint/close-sprint.ts';
import { createSprint } from '../sprint/create-sprint.ts';
import { planInSprint } from '../sprint/plan-in-sprint.ts';
import { startSprint } from '../sprint/start-sprint.ts';
import { createTeam } from '../team/create-team.ts';
import { HIDDEN_TEAM } from '../team/team.ts';
import { updateTeam } from '../capacity/update-team.ts';
import type { Change } from './change.ts';
import { beforeOf, project, viewOf } from './project.ts';

const call = (verb: unknown, input: unknown): WorldCall => ({ verb: verb as WorldCall['verb'], input });

/** What a guest is sent of some calls, after it was found to lead to what the guest sees then. */
function sentToGuest(world: World, calls: readonly WorldCall[]): Change[] {
  const access = world.access('gus')!;
  const view = world.view('gus');
  const { entry } = world.batch(calls);
  const sent = project(model, access, { before: beforeOf(world.workspace, world.befores.get(entry!.seq)!), after: world.workspace, changes: entry!.changes });
  view.apply(sent, { seq: entry!.seq, at: entry!.at });
  expect(dump(view)).toEqual(dump(world.view('gus')));
  expect(dumpIndexes(view)).toEqual(dumpIndexes(world.view('gus')));
  return sent;
}

/** a in the guest's product, w in the other one; w blocks a. */
function world(): World {
  const made = backlog({ a: 1 }).add({ w: 1 }, { product: WEB });
  made.run(createLink, { type: 'blocks', from: made.id('w'), to: made.id('a') });
  return made;
}

test('what is made comes before what points at it, in whatever order it was done', () => {
  const house = world();
  const items = house.ids('a');
  sentToGuest(house, [
    call(updateItems, { items, title: 'A' }),
    call(createState, { product: APP, name: 'New', group: 'done' }),
    call(setState, { items, state: house.nextId(1) }),
  ]);
  expect(house.item('A').closedOn).toBe('2026-03-02');
});

test('of a hidden blocker a guest sees that there is one and whether it is open, and nothing else', () => {
  const house = world();
  const id = house.id('w');
  const [link] = [...house.workspace.all('link')];
  expect(house.view('gus').find('item', id)).toBeUndefined();
  expect(house.view('gus').get('link', link!.id)).toMatchObject({ from: link!.id, to: house.id('a') });
  expect(house.view('gus').find('occupied', link!.id)).toEqual({ id: link!.id, open: true });
  const sent = sentToGuest(house, [call(setState, { items: [id], state: stateId(WEB, 4) })]);
  expect(sent).toMatchObject([{ op: 'update', in: 'occupied', id: link!.id, to: { open: false } }]);
  expect(JSON.stringify(sent)).not.toMatch(new RegExp(`title|${id}`));
});

test('of a hidden item that relates to one, or waits for it, a guest sees nothing at all', () => {
  const house = world();
  for (const [type, from, to] of [
    ['blocks', 'a', 'w'],
    ['relates', 'a', 'w'],
    ['relates', 'w', 'a'],
    ['duplicates', 'w', 'a'],
  ] as const) {
    const made = backlog({ a: 1 }).add({ w: 1 }, { product: WEB });
    expect(sentToGuest(made, [call(createLink, { type, from: made.id(from), to: made.id(to) })])).toEqual([]);
    expect(sentToGuest(made, [call(removeLink, { link: [...made.workspace.all('link')][0]!.id })])).toEqual([]);
  }
  expect(sentToGuest(house, [call(removeLink, { link: [...house.workspace.all('link')][0]!.id })]).map(({ op, in: collection }) => [op, collection])).toEqual([
    ['remove', 'occupied'],
    ['remove', 'link'],
  ]);
});

test('a guest who waits for two hidden items cannot tell whether they are one', () => {
  const house = backlog({ a: 1, b: 1 }).add({ w: 1 }, { product: WEB });
  for (const to of ['a', 'b']) house.run(createLink, { type: 'blocks', from: house.id('w'), to: house.id(to) });
  expect(new Set(Array.from(house.view('gus').all('link'), ({ from }) => from)).size).toBe(2);
});

test('when a state of another product changes its meaning, its items open or close for the guest too', () => {
  const house = world();
  const waiting = house.run(createState, { product: WEB, name: 'New', group: 'backlog' }).made[0]!;
  house.run(setState, { items: house.ids('w'), state: waiting });
  expect(sentToGuest(house, [call(updateState, { state: waiting, group: 'done' })])).toMatchObject([{ in: 'occupied', to: { open: false } }]);
});

test('a state that opens again opens what was closed on a day that nobody knows', () => {
  const house = world();
  const shipped = house.run(createState, { product: WEB, name: 'Shipped', group: 'done' }).made[0]!;
  house.run(editAny, { in: 'item', id: house.id('w'), values: { state: shipped } });
  expect(house.view('gus').get('occupied', [...house.workspace.all('link')][0]!.id)).toMatchObject({ open: false });
  expect(sentToGuest(house, [call(updateState, { state: shipped, group: 'ready' })])).toMatchObject([{ in: 'occupied', to: { open: true } }]);
});

test('a guest sees teams of the named products only; that an item is of another one is told, and not of which', () => {
  const house = world();
  const team = house.run(createTeam, { name: 'Stealth', products: [WEB] }).made[0]!;
  house.run(updateItems, { items: house.ids('a'), team });
  expect(house.view('gus').get('item', house.id('a')).team).toBe(HIDDEN_TEAM);
  sentToGuest(house, [call(updateTeam, { team, products: [APP, WEB] })]);
  expect(house.view('gus').get('team', team).products).toEqual([APP]);
  expect(house.view('gus').get('item', house.id('a')).team).toBe(team);
  sentToGuest(house, [call(updateTeam, { team, products: [WEB] })]);
  expect(house.view('gus').find('team', team)).toBeUndefined();
  expect(house.view('gus').get('item', house.id('a')).team).toBe(HIDDEN_TEAM);
});

test('a guest sees the sprints of teams that work on the named products, wherever they were planned, and no trace of other products in them', () => {
  const house = world();
  const team = house.run(createTeam, { name: 'Both', products: [WEB] }).made[0]!;
  const sprint = house.run(createSprint, { team, goal: 'Dry feet' }).made[0]!;
  expect(house.view('gus').find('sprint', sprint)).toBeUndefined();
  sentToGuest(house, [call(updateTeam, { team, products: [APP, WEB] })]);
  expect(house.view('gus').get('sprint', sprint)).toMatchObject({ product: APP, team, goal: 'Dry feet' });
  sentToGuest(house, [call(planInSprint, { items: house.ids('a', 'w'), sprint }), call(startSprint, { sprint })]);
  expect(house.view('gus').get('item', house.id('a')).sprint).toBe(sprint);
  // Once the team has closed it and left the product, the guest does not see where it was done.
  house.run(setState, { items: house.ids('a'), state: stateId(APP, 4) });
  house.run(closeSprint, { sprint, unfinished: 'backlog' });
  sentToGuest(house, [call(updateTeam, { team, products: [WEB] })]);
  expect(house.view('gus').find('sprint', sprint)).toBeUndefined();
  expect(house.view('gus').get('item', house.id('a'))).toMatchObject({ sprint: null, sprintRank: null });
  expect(house.item('a').sprint).toBe(sprint);
});

test('addresses and accounts of members are for those who see the whole', () => {
  const house = world();
  expect(house.view('tom').get('member', CAST.ada.id).email).not.toBeNull();
  for (const who of ['sam', 'gus'] as const) expect(house.view(who).get('member', CAST.ada.id)).toMatchObject({ email: null, account: null });
});

test('those who see the whole see nothing of what stays on the server', () => {
  const house = world();
  expect([...viewOf(model, house.workspace, house.access('ada')!).all('sourceRecord')]).toEqual([]);
});
