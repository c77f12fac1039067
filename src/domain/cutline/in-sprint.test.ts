import { describe, expect, test } from 'vitest';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS } from '../../../test/builders/planned.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { whyOf } from './why.ts';

/** A team of ten points in two weeks, whose running sprint has these. */
function running(points: Record<string, number>, ...inSprint: string[]): Sprinting {
  const world = new Sprinting(points);
  const sprint = world.sprint();
  world.plan(sprint, ...inSprint).start(sprint);
  return world;
}

describe('(d) what is in a running sprint', () => {
  test('is taken first, whatever its rank, and ranked below the line it says so', () => {
    const world = running({ a: 3, b: 4, c: 3, d: 2 }, 'd');
    const release = world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('d a b'); // 2 + 3 + 4 of 10; c needs 3
    expect(world.line('2.4')).toMatchObject({ after: world.id('b'), teams: [{ used: 9, stoppedBy: world.id('c') }] });
    expect(world.row('d')).toEqual({ item: world.id('d'), line: release, mark: 'hollow', reason: { code: 'in-sprint', line: release } });
    expect(world.row('c').reason).toMatchObject({ code: 'full', needs: 3, room: 1 });
    const why = whyOf(world.workspace, world.lines(), world.item('d'));
    expect([why.reason.code, why.fixes.map(({ code }) => code), why.arithmetic]).toMatchObject(['in-sprint', ['put-in'], { before: 0, room: 10, needs: 2 }]);
  });

  test('says nothing above the line, nor where nothing of its team is left out above it', () => {
    const world = running({ a: 3, b: 4, c: 2, d: 9 }, 'a', 'c');
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a c b');
    expect(world.line('2.4').after).toBe(world.id('c'));
    expect([world.row('a').reason, world.row('c').reason]).toEqual([null, null]);
  });

  test('counts no more once the sprint is closed', () => {
    const world = running({ a: 8, d: 3 }, 'd');
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('d');
    world.run(editAny, { in: 'sprint', id: world.item('d').sprint!, values: { state: 'closed' } });
    expect(world.taken('2.4')).toBe('a');
  });

  test('for another release is taken off this line, which cannot take it, and not off its own line a second time', () => {
    const world = running({ a: 3, b: 4, c: 3, later: 2, dateless: 1 }, 'later', 'dateless');
    world.release('2.4', IN_2_WEEKS);
    world.put(world.release('2.5', IN_4_WEEKS), 'later').put(world.release('3.0', null), 'dateless');
    expect(world.line('2.4').teams).toMatchObject([{ inSprints: 3, capacity: 7, used: 7 }]);
    expect(world.taken('2.4')).toBe('a b');
    expect(world.line('2.5').teams).toMatchObject([{ inSprints: -2, capacity: 12, used: 5 }]);
    expect(world.taken('2.5')).toBe('later c');
    expect(whyOf(world.workspace, world.lines(), world.item('b')).arithmetic).toMatchObject({ whole: 10, inSprints: 3, capacity: 7, before: 3, room: 4 });
  });

  test('with a forecast it is what is worked off first, for whatever release, on every line', () => {
    const world = running({ a: 3, later: 2 }, 'later').delivered(null, [4, 6, 5, 7, 3, 6, 5, 8]) as Sprinting;
    world.release('2.4', IN_2_WEEKS);
    world.put(world.release('2.5', IN_4_WEEKS), 'later');
    const [first, second] = [world.line('2.4').teams[0]!, world.line('2.5').teams[0]!];
    expect(first).toMatchObject({ inSprints: 2, capacity: first.forecast!.delivers - 2 });
    expect(second).toMatchObject({ inSprints: 0, capacity: second.forecast!.delivers - first.used });
  });

  test('waits for its blocker at its rank, and what it blocks does not wait for its rank', () => {
    const world = running({ waits: 1, a: 1, blocker: 1, inSprint: 1, last: 1 }, 'inSprint', 'blocker');
    world.blocks('last', 'inSprint').blocks('blocker', 'waits');
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('blocker waits a last'); // what is in the sprint is held by a row below it
    expect(world.row('inSprint').reason).toMatchObject({ code: 'held', by: world.id('last') });
  });
});
