import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { moveItems } from '../backlog/move-items.ts';
import type { Change } from '../kernel/change.ts';
import { updateRelease } from '../release/update-release.ts';
import { promiseItem } from '../roadmap/promise-item.ts';
import { newlyHeld } from './newly-held.ts';
import { ripple, type Ripple } from './ripple.ts';

/** What a change would do, seen on a fork: the world itself is not touched. */
function foresee(world: Planned, act: (world: Planned) => { readonly changes: readonly Change[] }): Ripple {
  const { changes } = act(world);
  world.undo();
  const before = { view: world.workspace, lines: world.lines() };
  const fork = world.workspace.fork();
  fork.apply(changes, { seq: 1_000, at: world.now });
  return ripple(before, { view: fork, lines: world.lines(fork) });
}

test('a move names who comes in, who falls out and where the line will stand', () => {
  const world = planned({ a: 5, b: 5, c: 5 });
  const line = world.release('2.4', IN_2_WEEKS);
  const seen = foresee(world, () => world.run(moveItems, { product: APP, items: [world.id('c')], place: { to: 'top' } }));
  expect(seen).toEqual({
    comesIn: [{ item: world.id('c'), line }],
    fallsOut: [{ item: world.id('b'), line }],
    changesLine: [],
    lines: [{ line, before: { after: world.id('b'), date: IN_2_WEEKS }, after: { after: world.id('a'), date: IN_2_WEEKS } }],
    crossed: [],
  });
  expect(world.taken('2.4')).toBe('a b');
});

test("a row that falls out of its release crosses the release's promise, and may go to a later line", () => {
  const world = planned({ a: 5, b: 5, c: 5, d: 5 });
  const [first, second] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
  world.put(first, 'b');
  const seen = foresee(world, () => world.run(moveItems, { product: APP, items: [world.id('c')], place: { to: 'top' } }));
  expect(seen.crossed).toEqual([{ code: 'release', release: first, date: IN_2_WEEKS, items: [world.id('b')] }]);
  expect(seen.fallsOut).toEqual([{ item: world.id('b'), line: first }]);
  expect(seen.changesLine).toEqual([{ item: world.id('c'), from: second, to: first }]);
});

test('an epic whose last row is taken later than promised crosses its promise', () => {
  const world = planned({}).add({ epic: null }, { type: 'epic' });
  world.add({ a: 5, b: 5 }, { parent: world.id('epic') }).add({ c: 5 });
  world.release('2.4', IN_2_WEEKS);
  world.release('2.5', IN_4_WEEKS);
  world.run(promiseItem, { item: world.id('epic'), on: IN_2_WEEKS });
  const seen = foresee(world, () => world.run(moveItems, { product: APP, items: [world.id('c')], place: { to: 'top' } }));
  expect(seen.crossed).toEqual([{ code: 'item', item: world.id('epic'), promised: IN_2_WEEKS, computed: IN_4_WEEKS }]);
});

test('an earlier date moves the line up, and what changed nothing has no ripple', () => {
  const world = planned({ a: 5, b: 5 });
  const line = world.release('2.4', IN_2_WEEKS);
  const sooner = foresee(world, () => world.run(updateRelease, { release: line, dueOn: '2026-03-06' }));
  expect(sooner.lines).toEqual([{ line, before: { after: world.id('b'), date: IN_2_WEEKS }, after: { after: world.id('a'), date: '2026-03-06' } }]);
  const none = foresee(world, () => world.run(editAny, { in: 'item', id: world.id('a'), values: { title: 'A' } }));
  expect(none).toEqual({ comesIn: [], fallsOut: [], changesLine: [], lines: [], crossed: [] });
});

test('what a move leaves held is named with what it would wait for, and what was held before is no news', () => {
  const world = planned({ blocker: 2, held: 3, other: 2, waits: 1, late: 9 }).blocks('blocker', 'held').blocks('late', 'waits');
  world.release('2.4', IN_2_WEEKS);
  const { changes } = world.run(moveItems, { product: APP, items: [world.id('held')], place: { to: 'top' } });
  world.undo();
  const fork = world.workspace.fork();
  fork.apply(changes, { seq: 1_000, at: world.now });
  const [before, after] = [
    { view: world.workspace, lines: world.lines() },
    { view: fork, lines: world.lines(fork) },
  ];
  expect(newlyHeld(before, after, world.ids('held', 'other', 'waits'))).toEqual([{ item: world.id('held'), by: world.id('blocker') }]);
});
