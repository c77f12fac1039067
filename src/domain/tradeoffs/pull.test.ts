import { expect, test } from 'vitest';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { updateRelease } from '../release/update-release.ts';
import { pulledLine, type Pulled } from './pull.ts';

const pulled = (world: Planned, release: string, below: string): Pulled =>
  pulledLine.of(world.workspace, { release, below: world.id(below) }, { now: world.now });
const dayOf = ({ date }: Pulled) => date?.on;
const more = ({ needs }: Pulled) => needs.map((need) => need.more);

/** Ten points until 13 March: a, b and c take nine. */
function drawn(): { world: Planned; release: string } {
  const world = planned({ a: 3, b: 4, c: 2, big: 5, d: 1, e: 9 });
  return { world, release: world.release('2.4', IN_2_WEEKS) };
}

test('pulled down, it says how much more is needed and the first date with which it stands there', () => {
  const { world, release } = drawn();
  // Fourteen points are four more than ten, and need fourteen working days; fifteen need fifteen.
  expect([more(pulled(world, release, 'big')), dayOf(pulled(world, release, 'big'))]).toEqual([[4], '2026-03-19']);
  expect(world.titles(pulled(world, release, 'd').date!.sides.flatMap(({ above }) => above))).toBe('big d');
  expect([more(pulled(world, release, 'd')), dayOf(pulled(world, release, 'd'))]).toEqual([[5], '2026-03-20']);
  world.run(updateRelease, { release, dueOn: '2026-03-20' });
  expect(world.line('2.4').after).toBe(world.id('d'));
});

test('pulled up, it says what is left and the earliest date', () => {
  const { world, release } = drawn();
  const [side] = pulled(world, release, 'a').date!.sides;
  expect([world.titles(side!.below), side!.above]).toEqual(['b c', []]);
  expect([more(pulled(world, release, 'a')), dayOf(pulled(world, release, 'a'))]).toEqual([[-7], '2026-03-04']);
  world.run(updateRelease, { release, dueOn: '2026-03-04' });
  expect(world.line('2.4').after).toBe(world.id('a'));
});

test('a date is looked for between the lines beside it only', () => {
  const world = planned({ a: 5, b: 5, c: 5, d: 5, e: 5 });
  world.release('2.4', IN_2_WEEKS);
  const second = world.release('2.5', IN_4_WEEKS);
  expect(pulled(world, second, 'e')).toMatchObject({ needs: [{ more: 5 }], date: { on: '2026-04-03' } });
  expect(pulled(world, world.line('2.4').release, 'd')).toMatchObject({ needs: [{ more: 10 }], date: null });
});

test('each team for itself: what the one has to spare does not help the other', () => {
  const world = planned({ a: 3 });
  const other = world.team('Zeta', 10);
  world.add({ z: 12 }, { team: other }).add({ last: 2 });
  const release = world.release('2.4', IN_2_WEEKS);
  expect(pulled(world, release, 'last')).toEqual({
    needs: [
      { team: world.lines().firstTeam, keptFor: null, more: -5 },
      { team: other, keptFor: null, more: 2 },
    ],
    date: { on: '2026-03-17', sides: [{ line: release, above: [world.id('z')], below: [] }], crossed: [] }, // twelve working days
  });
});

test('what is held above the place is not counted, and above all rows there is nothing to say', () => {
  const world = planned({ held: 8, a: 3, b: 9, blocker: 1 }).blocks('blocker', 'held');
  const release = world.release('2.4', IN_2_WEEKS);
  expect(pulled(world, release, 'b')).toMatchObject({ needs: [{ more: 2 }], date: { on: '2026-03-17' } });
  expect(pulled(world, release, 'held')).toEqual({ needs: [], date: null });
  world.run(updateRelease, { release, dueOn: null });
  expect(pulled(world, release, 'b')).toEqual({ needs: [], date: null });
});
