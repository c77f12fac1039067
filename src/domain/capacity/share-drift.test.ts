import { expect, test } from 'vitest';
import { APP, fixedId, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { Item } from '../backlog/item.ts';
import type { Day } from '../kernel/day.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { setShare } from './set-share.ts';
import { shareDriftOf } from './share-drift.ts';

const TODAY: Day = '2026-03-02';
const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);

const finish = (world: Planned, title: string, values: Partial<Item>) =>
  world.run(editAny, { in: 'item', id: world.id(title), values: { state: DONE, ...values } });
const drift = (world: Planned) => shareDriftOf(world.workspace, world.lines().firstTeam!, TODAY);

test('what a team keeps stands beside what it delivered of each kind in the last eight weeks', () => {
  const world = planned({ a: 5, b: 3, debt: 2, old: 50, open: 50, other: 50 });
  const team = world.lines().firstTeam!;
  const other = world.team('Zeta', 5);
  world.run(setShare, { team, category: 'technical-debt', percent: 30 });
  world.run(setShare, { team, category: 'infrastructure', percent: 10 });
  finish(world, 'a', { closedOn: '2026-02-20' });
  finish(world, 'b', { closedOn: '2026-01-06', category: 'defect' });
  finish(world, 'debt', { closedOn: '2026-02-10', category: 'technical-debt' });
  finish(world, 'old', { closedOn: '2026-01-05' });
  finish(world, 'other', { closedOn: '2026-02-10', team: other });
  expect(drift(world)).toEqual({
    unit: 'points',
    weeks: 8,
    delivered: 10,
    sprints: 0,
    parts: [
      { category: null, kept: 0, spent: null },
      { category: 'new-feature', kept: 0, spent: 50 },
      { category: 'defect', kept: 0, spent: 30 },
      { category: 'technical-debt', kept: 30, spent: 20 },
      { category: 'infrastructure', kept: 10, spent: 0 },
    ],
  });
});

test('unplanned is what was made after a sprint began and was done in it', () => {
  const world = planned({ planned: 6, surprise: 2, left: 20 });
  const team = world.lines().firstTeam!;
  const sprint = fixedId(0x700);
  const dates = { startOn: '2026-02-16', endOn: '2026-02-27', startedAt: '2026-02-16T08:00:00.000Z', closedAt: '2026-02-27T15:00:00.000Z' };
  world.run(makeAny, { in: 'sprint', record: { id: sprint, ...SPRINT_WITHOUT_TEAM, product: APP, team, name: '1', state: 'closed', ...dates } });
  world.run(setShare, { team, category: null, percent: 10 });
  finish(world, 'planned', { sprint, closedOn: '2026-02-20', createdOn: '2026-02-16' });
  finish(world, 'surprise', { sprint, closedOn: '2026-02-24', createdOn: '2026-02-17' });
  world.run(editAny, { in: 'item', id: world.id('left'), values: { sprint, createdOn: '2026-02-18' } });
  expect(drift(world)).toMatchObject({ sprints: 1, parts: [{ category: null, kept: 10, spent: 25 }, { category: 'new-feature' }] });
});

test('nothing delivered is not measured', () => {
  expect(drift(planned({ a: 5 }))).toEqual({ unit: 'points', weeks: 8, delivered: 0, sprints: 0, parts: [{ category: null, kept: 0, spent: null }] });
});
