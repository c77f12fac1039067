import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, IN_6_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { moveItems } from '../backlog/move-items.ts';
import type { Item } from '../backlog/item.ts';
import { updateProduct } from '../product/update-product.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { markOf } from './mark.ts';
import { shortReason } from './short-reason.ts';

describe('(a) going down the rank', () => {
  test('rows are taken until the first that does not fit; nothing smaller jumps over it', () => {
    const world = planned({ a: 3, b: 4, big: 5, small: 1 });
    const release = world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a b');
    expect(world.line('2.4')).toMatchObject({ after: world.id('b'), fill: world.ids('a', 'b'), takeOut: [] });
    expect(world.line('2.4').teams).toMatchObject([{ capacity: 10, used: 7, stoppedBy: world.id('big') }]);
    expect(world.row('big')).toMatchObject({ line: null, mark: 'none', reason: { code: 'full', line: release, needs: 5, room: 3 } });
  });

  test('a later row that would fit the leftover room says so', () => {
    const world = planned({ a: 7, big: 5, small: 1 });
    world.release('2.4', IN_2_WEEKS);
    expect(world.row('small')).toMatchObject({ mark: 'none', reason: { code: 'would-fit', needs: 1, room: 3, stoppedBy: world.id('big') } });
  });

  test('of the rows that are too large for what is left, the one at which the line stopped says so beside its title', () => {
    const world = planned({ a: 7, big: 5, bigger: 8, small: 1 });
    world.release('2.4', IN_2_WEEKS);
    const lines = world.lines();
    expect(['big', 'bigger', 'small'].map((title) => shortReason(lines, world.row(title))?.code)).toEqual(['full', undefined, 'would-fit']);
    expect(world.row('bigger').reason?.code).toBe('full');
  });

  test('an exact fit is taken and the line stands after it', () => {
    const world = planned({ a: 4, b: 6, c: 1 });
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a b');
    expect(world.row('c').reason).toMatchObject({ code: 'full', room: 0 });
  });

  test('tenths of points add up', () => {
    const world = planned({ a: 0.1, b: 0.2, c: 0.7, d: 0.1 }, 1);
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a b c');
    expect(world.line('2.4').teams[0]).toMatchObject({ used: 1, capacity: 1 });
  });

  test('each of several teams stops on its own, and their points are never added', () => {
    const world = planned({ w1: 6, w2: 5 });
    const mobile = world.team('Zeta', 10);
    world.add({ m1: 8, m2: 1, m3: 4 }, { team: mobile }).add({ w3: 2 });
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('w1 m1 m2');
    expect(world.line('2.4').teams).toMatchObject([
      { used: 6, capacity: 10, stoppedBy: world.id('w2') },
      { used: 9, capacity: 10, stoppedBy: world.id('m3') },
    ]);
    expect(world.row('w2')).toMatchObject({ line: world.line('2.4').id, mark: 'none', reason: { code: 'full', needs: 5, room: 4 } });
  });
});

describe('(b) a blocked row', () => {
  test('is passed over, uses no room and is held', () => {
    const world = planned({ a: 3, held: 3, b: 3, blocker: 2, c: 3 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a b blocker');
    expect(world.row('held')).toMatchObject({ line: world.line('2.4').id, mark: 'none', reason: { code: 'held', by: world.id('blocker') } });
  });

  test('is taken once the blocker stands above it', () => {
    const world = planned({ a: 3, held: 3, b: 3, blocker: 2, c: 3 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    world.run(moveItems, { product: APP, items: [world.id('blocker')], place: { before: world.id('held') } });
    expect(world.taken('2.4')).toBe('a blocker held');
  });

  test('is free once the blocker is closed, parked or in the trash', () => {
    const world = planned({ held: 3, blocker: 2 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    world.run(editAny, { in: 'item', id: world.id('blocker'), values: { parkedAt: world.now } });
    expect(world.taken('2.4')).toBe('held');
  });

  test('waits on a parent until every open child of it comes first', () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' });
    world.add({ one: 1, held: 1, two: 1 }).blocks('epic', 'held');
    for (const child of ['one', 'two']) world.run(editAny, { in: 'item', id: world.id(child), values: { parent: world.id('epic') } });
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('one two');
    expect(world.row('held').reason).toMatchObject({ code: 'held', by: world.id('epic') });
    world.run(moveItems, { product: APP, items: [world.id('held')], place: { to: 'bottom' } });
    expect(world.taken('2.4')).toBe('one two held');
  });

  test('never waits for its own parent or its own task', () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' });
    world.add({ story: 2 }, { parent: world.id('epic') }).add({ task: null }, { type: 'task', parent: world.id('story') });
    world.blocks('epic', 'story').blocks('task', 'story');
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('story');
  });

  test('held by an item that the asker may not see is held for them too, without naming it', () => {
    const world = planned({ held: 3, b: 3 }).add({ secret: 1 }, { product: '00000000-0000-7000-8000-000000000012' }).blocks('secret', 'held');
    world.release('2.4', IN_2_WEEKS);
    const view = world.view('gus');
    const lines = world.lines(view);
    expect(lines).toEqual(world.lines());
    expect(markOf(view, lines, world.item('held')).reason).toEqual({ code: 'held-by-hidden', line: lines.lines[0]!.id });
    expect(world.row('held').reason).toMatchObject({ code: 'held', by: world.id('secret') });
    expect(JSON.stringify(lines)).not.toContain(world.id('secret'));
  });
});

describe('(c) above and below', () => {
  test('rows above a line that it does not take say which team is full, however far up', () => {
    const world = planned({ w1: 8, w2: 5, w3: 9 });
    world.add({ m1: 1 }, { team: world.team('Zeta', 10) });
    const release = world.release('2.4', IN_2_WEEKS);
    expect(world.line('2.4').after).toBe(world.id('m1'));
    for (const title of ['w2', 'w3']) expect(world.row(title)).toMatchObject({ line: release, mark: 'none', reason: { code: 'full' } });
  });

  test('unplanned rows far below the lines have no reason; planned ones have theirs wherever they stand', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`r${at}`, 5]));
    const world = planned(many);
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'r39');
    expect(world.taken('2.4')).toBe('r0 r1');
    expect(world.row('r2').reason).toMatchObject({ code: 'full', needs: 5, room: 0 });
    expect(world.row('r30')).toEqual({ item: world.id('r30'), line: null, mark: 'none', reason: null });
    expect(world.row('r39')).toMatchObject({ line: null, mark: 'coral', reason: { code: 'full' } });
    expect(world.line('2.4').takeOut).toEqual([world.id('r39')]);
  });
});

describe('(d) one line after another', () => {
  test('by date, then by name; a row is taken once', () => {
    const world = planned({ a: 6, b: 4, c: 6, d: 4, e: 1 });
    world.release('2.5', IN_4_WEEKS);
    world.release('2.4', IN_2_WEEKS);
    expect(world.lines().lines.map(({ date }) => date)).toEqual([IN_2_WEEKS, IN_4_WEEKS]);
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a b', 'c d']);
    expect(world.row('c')).toMatchObject({ line: world.line('2.5').id, mark: 'hollow', reason: null });
    expect(world.row('e').line).toBeNull();
  });

  test('of two on one day the second by name has no days left', () => {
    const world = planned({ a: 6, b: 4, c: 6 });
    world.release('B', IN_2_WEEKS);
    world.release('A', IN_2_WEEKS);
    expect([world.taken('A'), world.taken('B')]).toEqual(['a b', '']);
    expect(world.line('B')).toMatchObject({ after: null, window: { workingDays: 0 }, teams: [{ capacity: 0 }] });
  });

  test('a row in another release is never a candidate, and one that its own line does not take is taken by none', () => {
    const world = planned({ later: 2, big: 9, undated: 1, mine: 5, free: 1 });
    const [first, second, third] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS), world.release('2.6', null)];
    world.put(second, 'later').put(third, 'undated').put(first, 'mine');
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['big', 'later free']);
    expect(world.row('later')).toMatchObject({ mark: 'filled', line: second, reason: null });
    expect(world.row('mine')).toMatchObject({ mark: 'coral', reason: { code: 'full', needs: 5, room: 1 } });
    expect(world.row('undated')).toMatchObject({ mark: 'coral', reason: { code: 'no-date', release: third } });
  });

  test('a row that an earlier line passed over as held goes to the next once its blocker is taken', () => {
    const world = planned({ held: 2, a: 4, blocker: 6, b: 5 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a blocker', 'held b']);
    expect(world.row('held')).toMatchObject({ mark: 'hollow', line: world.line('2.5').id });
  });
});

describe('(e) capacity', () => {
  test('counts working days from today to the date, then from the day after a line to the next, rounded down', () => {
    const world = planned({ a: 1 }, 7);
    world.release('2.4', '2026-03-12');
    world.release('2.5', '2026-03-24');
    expect(world.line('2.4')).toMatchObject({ window: { from: '2026-03-02', to: '2026-03-12', workingDays: 9 }, teams: [{ capacity: 6 }] });
    expect(world.line('2.5')).toMatchObject({ window: { from: '2026-03-13', to: '2026-03-24', workingDays: 8 }, teams: [{ capacity: 5 }] });
  });

  test('room left over is not carried on', () => {
    const world = planned({ a: 3, b: 8, c: 3 });
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    expect(world.lines().lines.map(({ teams }) => teams[0]!.capacity)).toEqual([10, 10]);
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a', 'b']);
  });

  test('never runs from before today: a release whose date has passed has none, and its rows say so', () => {
    const world = planned({ a: 3, b: 3 });
    const late = world.release('2.3', '2026-03-04');
    world.release('2.4', IN_2_WEEKS);
    world.put(late, 'a').later(5);
    expect(world.line('2.3').teams[0]!.capacity).toBe(0);
    expect(world.row('a')).toMatchObject({ mark: 'coral', reason: { code: 'date-passed', date: '2026-03-04' } });
    expect(world.line('2.4').window).toEqual({ from: '2026-03-07', to: IN_2_WEEKS, workingDays: 5 });
    expect(world.taken('2.4')).toBe('b');
  });

  test("the day is the one in the product's zone", () => {
    const world = planned({ a: 1 });
    world.release('2.4', IN_2_WEEKS);
    world.now = '2026-03-04T23:30:00.000Z';
    expect(world.lines().today).toBe('2026-03-05');
    expect(world.line('2.4').window.workingDays).toBe(7);
  });

  test('a release without a date draws no line', () => {
    const world = planned({ a: 1 });
    world.release('2.6', null);
    expect(world.lines().lines).toEqual([]);
  });

  test('a team without a pace takes nothing, a product without a team neither, and rows say why', () => {
    const world = planned({ a: 1 }, null);
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'a');
    expect(world.row('a')).toMatchObject({ mark: 'coral', reason: { code: 'no-pace' } });
    world.run(editAny, { in: 'team', id: world.line('2.4').teams[0]!.team, values: { products: [] } });
    expect(world.row('a').reason).toEqual({ code: 'no-team', product: APP });
  });

  test('a release that names its teams has the capacity of those only', () => {
    const world = planned({ a: 1 });
    const mobile = world.team('Zeta', 10);
    world.add({ m: 2 }, { team: mobile });
    world.release('2.4', IN_2_WEEKS, { teams: [mobile] });
    expect(world.taken('2.4')).toBe('m');
    expect(world.row('a').reason).toMatchObject({ code: 'other-team', team: world.item('a').team ?? world.lines().firstTeam });
  });
});

describe('(h) the unit', () => {
  const estimated = (count: number, points: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`e${points}-${at}`, points]));

  test('is items where under a fifth of the open rows have points, and is settled when the first line is drawn', () => {
    const world = planned({ a: 1, b: null, c: null, d: null, e: null, f: null }, 2);
    world.release('2.4', IN_2_WEEKS);
    expect(world.workspace.get('product', APP).unit).toBe('items');
    expect([world.lines().unit, world.taken('2.4'), world.lines().guessed]).toEqual(['items', 'a b', 0]);
    world.add({ g: 1, h: 2, i: 3, j: 4 });
    expect(world.lines().unit).toBe('items');
  });

  test('is points where a fifth have them', () => {
    const world = planned({ a: 1, b: null, c: null, d: null, e: null });
    world.release('2.4', IN_2_WEEKS);
    expect(world.lines().unit).toBe('points');
  });

  test('a row without points counts as the median of its type over all estimated items, closed ones too', () => {
    const world = planned({ s1: 1, s2: 2, s3: 8, s4: 13, s5: 2, s6: 5 }, 30).add({ guess: null });
    world.run(editAny, { in: 'item', id: world.id('s4'), values: { parkedAt: world.now } });
    world.release('2.4', IN_2_WEEKS);
    expect(world.lines().guess.story).toBe(3.5);
    expect(world.line('2.4')).toMatchObject({ guessed: 1, teams: [{ used: 21.5 }] });
  });

  test('with under five of its type it counts as the median of all, and with none as 3', () => {
    const world = planned({ ...estimated(4, 2), ...estimated(1, 8) }).add({ bug: null, bug2: 5 }, { type: 'bug' });
    world.release('2.4', IN_2_WEEKS);
    expect(world.lines().guess).toMatchObject({ story: 2, bug: 2 });
    expect(planned({ a: null }).lines().guess).toEqual({ epic: 3, feature: 3, story: 3, bug: 3, chore: 3, task: 3 });
  });

  const estimate = (world: Planned, title: string, given: Item['estimate']) =>
    world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: given } });

  test('where there are no points, a T-shirt size counts by the table of the product', () => {
    const world = planned({ a: 5, b: null, c: 1 });
    estimate(world, 'b', { kind: 'size', value: 'M' });
    world.release('2.4', IN_2_WEEKS);
    expect(world.line('2.4')).toMatchObject({ guessed: 0, teams: [{ used: 9 }] }); // 5, an M as 3, 1
    const sizePoints = { XS: 1, S: 2, M: 6, L: 8, XL: 13, XXL: 20 };
    world.run(updateProduct, { product: APP, sizePoints });
    expect([world.taken('2.4'), world.row('b').reason]).toMatchObject(['a', { code: 'full', needs: 6, room: 5 }]);
    expect(() => world.run(updateProduct, { product: APP, sizePoints: { ...sizePoints, M: -1 } })).toThrow();
    expect(() => world.run(updateProduct, { product: APP, sizePoints: { M: 1 } as never })).toThrow();
  });

  test('and the hours that are left by the rate of its team; without one they are a guess', () => {
    const world = planned({ a: 5, b: null });
    estimate(world, 'b', { kind: 'hours', original: 30, remaining: 12, spent: 18 });
    world.release('2.4', IN_2_WEEKS);
    expect(world.line('2.4')).toMatchObject({ guessed: 1, teams: [{ used: 10 }] }); // as the median, which is 5
    const team = world.lines().firstTeam!;
    world.run(updateTeam, { team, hoursPerPoint: 5 });
    expect(world.line('2.4')).toMatchObject({ guessed: 0, teams: [{ used: 7.4 }] }); // 12 hours are 2.4 points
    estimate(world, 'b', { kind: 'hours', original: 30, remaining: null, spent: null });
    expect(world.line('2.4').teams).toMatchObject([{ used: 5, stoppedBy: world.id('b') }]); // all 30 of them are 6
    for (const hoursPerPoint of [0, -1]) expect(() => world.run(updateTeam, { team, hoursPerPoint })).toThrow();
  });
});

test('parents have no mark and do not count; their children do', () => {
  const world = planned({}).add({ epic: 40 }, { type: 'epic' });
  world.add({ one: 4, two: 4, three: 4 }, { parent: world.id('epic') });
  world.release('2.4', IN_2_WEEKS);
  expect(world.taken('2.4')).toBe('one two');
  expect(world.row('epic')).toEqual({ item: world.id('epic'), line: null, mark: 'none', reason: null });
});

test('a shipped release draws no line, and what is still open in it says so', () => {
  const world = planned({ a: 1, b: 1 });
  const release = world.release('2.3', IN_6_WEEKS);
  world.put(release, 'a').run(editAny, { in: 'release', id: release, values: { state: 'shipped' } });
  expect(world.lines().lines).toEqual([]);
  expect(world.row('a')).toMatchObject({ mark: 'coral', reason: { code: 'release-closed', release } });
});
