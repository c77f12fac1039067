import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, planned } from '../../../test/builders/planned.ts';
import { createTeam } from './create-team.ts';
import { rowsOfTeam, kindRows } from '../backlog/rows-of-team.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { updateTeam } from '../capacity/update-team.ts';

test('a team works on products, in the zone of the first unless it has its own', () => {
  const world = planned({});
  const id = world.run(createTeam, { name: 'Mobile', products: [WEB, APP, WEB] }).made[0]!;
  expect(world.workspace.get('team', id)).toMatchObject({ name: 'Mobile', products: [APP, WEB], pace: null, zone: 'Europe/Berlin' });
  expect(teamsOf(world.workspace, APP).map(({ name }) => name)).toEqual(['Mobile', 'Web']);
  expect(teamsOf(world.workspace, WEB).map(({ name }) => name)).toEqual(['Mobile']);
});

test('a zone that does not exist is not taken', () => {
  const world = planned({});
  expect(() => world.run(createTeam, { name: 'Mobile', products: [APP], zone: 'Europe/Atlantis' })).toThrow('there is no such time zone');
});

test('a change of pace moves the line; only who sets capacity makes it', () => {
  const world = planned({ a: 5, b: 5 }, 5);
  world.release('2.4', IN_2_WEEKS);
  const team = world.lines().firstTeam!;
  expect(world.taken('2.4')).toBe('a');
  world.run(updateTeam, { team, pace: 10 }, 'pia');
  expect(world.taken('2.4')).toBe('a b');
  for (const who of ['tom', 'sam'] as const)
    expect(world.refusal(() => world.run(updateTeam, { team, pace: 1 }, who))).toEqual([{ code: 'not-allowed', may: 'set-capacity' }]);
  expect(world.refusal(() => world.run(createTeam, { name: 'x', products: [APP] }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'set-capacity' }]);
});

test("an item belongs to its own team, else its parent's, else the product's first, and follows when one of these changes", () => {
  const world = planned({});
  const [first, mobile] = [world.lines().firstTeam!, world.team('Zeta', 5)];
  world.add({ epic: null }, { type: 'epic' }).add({ feature: null }, { type: 'feature', parent: world.id('epic') });
  world.add({ story: 1 }, { parent: world.id('feature') });
  const rows = (team: string | null) => Array.from(world.workspace.list(rowsOfTeam, kindRows(APP, team, 'new-feature')), ({ title }) => title);
  const own = () => teamOf(world.workspace, world.item('story'), first);
  expect([own(), rows(null), rows(mobile)]).toEqual([first, ['story'], []]);
  world.run(editAny, { in: 'item', id: world.id('epic'), values: { team: mobile } });
  expect([own(), rows(null), rows(mobile)]).toEqual([mobile, [], ['story']]);
  world.run(editAny, { in: 'item', id: world.id('feature'), values: { parent: null } });
  expect([own(), rows(null), rows(mobile)]).toEqual([first, ['story'], ['epic']]); // a parent without children is a row again
  world.run(editAny, { in: 'item', id: world.id('story'), values: { team: mobile } });
  expect([own(), rows(null), rows(mobile).toSorted()]).toEqual([mobile, [], ['epic', 'story']]);
});
