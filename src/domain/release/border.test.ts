import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, IN_6_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setState } from '../backlog/set-state.ts';
import { acrossBorder } from './border.ts';
import { createMilestone, removeMilestone, updateMilestone } from './milestones.ts';
import { milestonesOfRelease } from './milestone.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);

/** `a` waits for `b`, `title why release` of what waits across the border of 2.5. */
const across = (world: Planned, release: string, view = world.workspace) =>
  acrossBorder(view, world.workspace.get('release', release)).map(
    ({ item, blocker, why }) => `${view.get('item', item).title} waits for ${blocker === null ? 'something hidden' : view.get('item', blocker).title}: ${why}`,
  );

test('a release lists what it waits for outside it and cannot count on', () => {
  const world = planned({ a: 1, b: 1, inside: 1, earlier: 1, later: 1, undated: 1, unplanned: 1, parked: 1, done: 1 }).add(
    { theirs: 1 },
    { product: WEB },
  ) as Planned;
  const [first, own, third] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS), world.release('2.6', IN_6_WEEKS)];
  const some = world.release('Some day', null);
  world.put(first, 'earlier').put(own, 'a', 'b', 'inside').put(third, 'later', 'done').put(some, 'undated');
  for (const title of ['inside', 'earlier', 'later', 'undated', 'unplanned', 'parked', 'done', 'theirs']) world.blocks(title, 'a');
  world.blocks('later', 'b');
  world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
  world.run(setState, { items: world.ids('done'), state: DONE });
  expect(across(world, own).toSorted()).toEqual([
    'a waits for later: later',
    'a waits for parked: unplanned',
    'a waits for theirs: other-product',
    'a waits for undated: undated',
    'a waits for unplanned: unplanned',
    'b waits for later: later',
  ]);
  expect(across(world, first)).toEqual([]);
  // A guest of this product learns that there is something, and not what.
  expect(across(world, own, world.view('gus'))).toContain('a waits for something hidden: other-product');
  world.run(setState, { items: world.ids('a', 'b'), state: DONE });
  expect(across(world, own)).toEqual([]);
});

test('a milestone is set, changed and taken away by who plans its release, each undone as one', () => {
  const world = planned({});
  const release = world.release('2.4', IN_2_WEEKS, { lead: CAST.tom.id });
  const days = () => Array.from(world.workspace.list(milestonesOfRelease, release), ({ name, on, kind }) => `${on} ${name}, ${kind}`);
  const id = world.run(createMilestone, { product: APP, release, name: 'Fair', on: '2026-03-10' }, 'tom').made[0]!;
  world.run(createMilestone, { product: APP, release, name: 'Freeze', on: '2026-03-06', kind: 'freeze' }, 'tom');
  expect(days()).toEqual(['2026-03-06 Freeze, freeze', '2026-03-10 Fair, external']);
  world.run(updateMilestone, { milestone: id, on: '2026-03-05', kind: 'launch' }, 'tom');
  expect(days()).toEqual(['2026-03-05 Fair, launch', '2026-03-06 Freeze, freeze']);
  world.run(removeMilestone, { milestone: id }, 'tom');
  world.undo();
  expect(days()).toHaveLength(2);

  const denied = (input: object) => world.refusal(() => world.run(createMilestone, { product: APP, name: 'x', on: '2026-03-10', ...input }, 'tom'));
  expect(denied({ release: world.release('2.5', IN_4_WEEKS) })).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
  expect(denied({})).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
  const theirs = world.release('1.0', IN_2_WEEKS, { product: WEB });
  expect(world.refusal(() => world.run(createMilestone, { product: APP, release: theirs, name: 'x', on: '2026-03-10' }))).toEqual([
    { code: 'not-there', collection: 'release', id: theirs },
  ]);
});
