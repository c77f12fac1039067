import { expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { updateItems } from '../backlog/update-items.ts';
import { model } from '../model.ts';
import { createTeam } from '../team/create-team.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { isReferredTo, refsOf, withoutHiddenRefs } from './references.ts';

test('what a record points at is told with the field, one by one for sets', () => {
  const world = backlog();
  const [team] = world.run(createTeam, { name: 'Web', products: [WEB, APP] }).made;
  expect(refsOf(model.collections.team, world.workspace.get('team', team!))).toEqual([
    { field: 'products', to: 'product', id: APP },
    { field: 'products', to: 'product', id: WEB },
  ]);
});

test('a record is referred to while any other points at it, by a single reference or in a set', () => {
  const world = backlog({ a: 1 });
  const [team] = world.run(createTeam, { name: 'Web', products: [WEB] }).made;
  expect(isReferredTo(world.workspace, model, { in: 'team', id: team! })).toBe(false);
  world.run(updateItems, { items: world.ids('a'), team });
  expect(isReferredTo(world.workspace, model, { in: 'team', id: team! })).toBe(true);
  expect(isReferredTo(world.workspace, model, { in: 'product', id: WEB })).toBe(true);
  expect(isReferredTo(world.workspace, model, { in: 'member', id: CAST.ada.id })).toBe(false);
});

test('history names nothing that its reader does not see', () => {
  const world = backlog({ a: 1 });
  const [team] = world.run(createTeam, { name: 'Stealth', products: [WEB] }).made;
  const told = () => JSON.stringify(world.log.at(-1)!.changes.map((change) => withoutHiddenRefs(model, world.view('gus'), change)));
  world.run(updateItems, { items: world.ids('a'), team, assignee: CAST.tom.id });
  expect(told()).not.toContain(team);
  expect(told()).toContain(CAST.tom.id);
  world.run(updateTeam, { team: team!, products: [APP, WEB] });
  expect(told()).toContain(APP);
  expect(told()).not.toContain(WEB);
});
