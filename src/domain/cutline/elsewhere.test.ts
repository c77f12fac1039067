import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import type { Collections } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { Tracked } from '../kernel/track.ts';
import { updateRelease } from '../release/update-release.ts';
import { cutLines } from './cut-line.ts';

/** The product waits for `theirs`, of another product whose team does ten points in two weeks and has a release on a day; above it stands something of this size. */
function waiting(on: Day | null, above = 8): { world: Planned; release: string } {
  const world = planned({ waits: 2, a: 3 });
  world.add({ above, theirs: 2 }, { product: WEB });
  world.team('Theirs', 10, [WEB]);
  world.blocks('theirs', 'waits');
  world.release('2.4', IN_2_WEEKS);
  return { world, release: world.release('W1', on, { product: WEB }) };
}

test('a blocker in another product is met where that product’s own line takes it and is due before this one', () => {
  // Nine working days are 9 points there: beside 7 the blocker has room, beside 8 it has not.
  expect(waiting('2026-03-12', 7).world.taken('2.4')).toBe('waits a');
  const { world } = waiting('2026-03-12', 8);
  expect([world.taken('2.4'), world.row('waits').reason]).toMatchObject(['a', { code: 'held', by: world.id('theirs') }]);
});

test('on the same day or later it holds, and so it does without a date', () => {
  const { world, release } = waiting(IN_2_WEEKS); // ten points: all of both
  expect(world.lines(world.workspace, WEB).lines[0]!.taken).toEqual(world.ids('above', 'theirs'));
  expect(world.row('waits').reason?.code).toBe('held');
  world.release('2.5', IN_4_WEEKS);
  expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a', 'waits']); // that line is due after theirs
  world.run(updateRelease, { release, dueOn: null });
  expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a', '']);
});

test('a parent in another product is met when all that is open below it is', () => {
  const world = planned({ waits: 2 });
  world.add({ epic: null }, { product: WEB, type: 'epic' });
  world.add({ one: 2, two: 3 }, { product: WEB, parent: world.id('epic') });
  const team = world.team('Theirs', 5, [WEB]);
  world.blocks('epic', 'waits');
  world.release('2.4', IN_4_WEEKS);
  world.release('W1', IN_2_WEEKS, { product: WEB, teams: [team] });
  expect(world.taken('2.4')).toBe('waits');
  world.add({ three: 1 }, { product: WEB, parent: world.id('epic') });
  expect(world.row('waits').reason?.code).toBe('held');
});

test('plans that wait for each other are worked out by date, there and back', () => {
  const world = planned({ a1: 2, a2: 2 });
  world.add({ w1: 2 }, { product: WEB });
  world.team('Theirs', 10, [WEB]);
  world.blocks('a1', 'w1').blocks('w1', 'a2');
  world.release('A1', '2026-03-06');
  world.release('A2', IN_4_WEEKS);
  world.release('W1', IN_2_WEEKS, { product: WEB });
  expect([world.taken('A1'), world.taken('A2')]).toEqual(['a1', 'a2']);
  expect(world.lines(world.workspace, WEB).lines[0]!.taken).toEqual(world.ids('w1'));
});

test('a line is worked out again when the plan of the other product changes', () => {
  const { world, release } = waiting('2026-03-12', 7);
  const tracked = new Tracked<Collections>(world.workspace);
  cutLines(tracked, APP, { now: world.now });
  const touched: string[] = [];
  const change = { op: 'update' as const, in: 'release', id: release, from: { dueOn: '2026-03-12' }, to: { dueOn: '2026-03-11' } };
  world.workspace.apply([change], { seq: 10_000, at: world.now }, (key) => touched.push(key));
  expect([tracked.isTouchedBy(touched), world.taken('2.4')]).toEqual([true, 'a']);
});

test('who does not see the other product sees that something holds, and not what or until when', () => {
  const { world } = waiting('2026-03-12', 7);
  const lines = world.lines(world.view('gus'));
  expect(lines.takenBy[world.id('waits')]).toBeUndefined();
  expect(lines.elsewhere).toEqual({});
  expect(world.lines().elsewhere).toEqual({ [world.id('theirs')]: '2026-03-12' });
});
