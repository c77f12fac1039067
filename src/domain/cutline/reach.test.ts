import { describe, expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { IN_2_WEEKS, IN_4_WEEKS, IN_6_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setShare } from '../capacity/set-share.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { deliveredWith } from '../forecast/delivered.ts';
import { deliveredWithin } from '../forecast/delivered-within.ts';
import type { Day } from '../kernel/day.ts';
import { dateLines } from './date-lines.ts';
import { reaches, type Reach } from './reach.ts';

const reach = (world: Planned, on: Day): Reach => reaches(world.workspace, world.lines(), [on])[0]!;
const taken = (world: Planned, on: Day): string => world.titles(reach(world, on).taken);

describe('how far the backlog is done by a day', () => {
  test('is counted from the top and from today, whatever release a row is in', () => {
    const world = planned({ a: 4, b: 4, c: 4, d: 4, e: 4 });
    world.put(world.release('2.5', IN_4_WEEKS), 'c').put(world.release('3.0', null), 'b').put(world.release('2.4', IN_2_WEEKS), 'd');
    // One point a working day: 10 by 13 March, 20 by 27 March.
    expect(taken(world, IN_2_WEEKS)).toBe('a b'); // c would be 12
    expect(reach(world, IN_2_WEEKS)).toMatchObject({ after: world.id('b'), teams: [{ capacity: 10, used: 8, stoppedBy: world.id('c') }] });
    expect(taken(world, IN_4_WEEKS)).toBe('a b c d e'); // 20 of 20: nothing is taken off for the lines before
    expect(taken(world, IN_6_WEEKS)).toBe('a b c d e');
    // The releases' lines skip what is in another release: they answer another question.
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a d', 'c e']);
  });

  test('lets nothing smaller jump over what does not fit', () => {
    expect(taken(planned({ a: 6, b: 5, c: 1 }), IN_2_WEEKS)).toBe('a');
  });

  test('takes nothing at all where the first row does not fit, nor where nobody has said what the team does', () => {
    expect(reach(planned({ a: 20 }), IN_2_WEEKS)).toMatchObject({ taken: [], after: null });
    expect(reach(planned({ a: 1 }, null), IN_2_WEEKS)).toMatchObject({ taken: [], after: null, teams: [{ pace: null, forecast: null }] });
  });

  test('ends today for today, and days that have passed are left out', () => {
    const world = planned({ a: 1, b: 1 });
    expect(taken(world, '2026-03-02')).toBe('a');
    expect(reaches(world.workspace, world.lines(), ['2026-03-01', '2026-03-03', '2026-03-03', '2026-03-02']).map(({ on }) => on)).toEqual([
      '2026-03-02',
      '2026-03-03',
    ]);
  });

  test('counts rows without points by a guess, and says how many', () => {
    expect(reach(planned({ a: 5, b: null, c: null }), IN_2_WEEKS)).toMatchObject({ guessed: 1, teams: [{ used: 10 }] }); // of one estimated row the median is 5
  });

  test('comes from the past where there is one: what is delivered by then with 85 %, whatever the releases ask for', () => {
    const weeks = [4, 6, 5, 7, 3, 6, 5, 8];
    const world = planned(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, 2])), 1).delivered(null, weeks);
    world.put(world.release('2.4', IN_2_WEEKS), 'r0', 'r1');
    const trials = deliveredWithin({ past: weeks, ahead: [1], isCounted: false }, 20, { trials: 10_000, seed: 1 });
    const amount = Math.floor(deliveredWith(0.85, trials));
    expect(reach(world, IN_4_WEEKS)).toMatchObject({ teams: [{ capacity: amount, forecast: { days: 20, confidence: 0.85, delivers: amount, earlier: 0 } }] });
    expect(reach(world, IN_4_WEEKS).taken).toHaveLength(Math.floor(amount / 2));
  });
});

describe('what is not taken by rank alone', () => {
  test('a held row is passed over and uses no room; what it waits for must rank above it and be done by then', () => {
    const world = planned({ first: 4, held: 3, b: 4, late: 2 }).blocks('late', 'held');
    expect(taken(world, IN_2_WEEKS)).toBe('first b late'); // 4 + 4 + 2
    const other = planned({ large: 8, blocker: 5, next: 2 }).blocks('blocker', 'next');
    expect(taken(other, IN_2_WEEKS)).toBe('large');
    expect(taken(other, '2026-03-20')).toBe('large blocker next'); // 15 of 15
  });

  test('a row that waits for another product is held until that product’s own plan has it done before the day', () => {
    const world = planned({ waits: 2, a: 3 }).add({ theirs: 2 }, { product: WEB });
    world.team('Theirs', 10, [WEB]);
    world.blocks('theirs', 'waits');
    expect(taken(world, IN_4_WEEKS)).toBe('a'); // no line of theirs takes it
    world.release('W1', IN_2_WEEKS, { product: WEB });
    expect([taken(world, IN_2_WEEKS), taken(world, '2026-03-16')]).toEqual(['a', 'waits a']);
  });

  test('what is in a running sprint is taken first, whatever its release', () => {
    const world = new Sprinting({ a: 3, b: 4, c: 3, d: 2 });
    const sprint = world.sprint();
    world.plan(sprint, 'd').start(sprint);
    world.put(world.release('3.0', null), 'd');
    expect(taken(world, IN_2_WEEKS)).toBe('d a b'); // 2 + 3 + 4 of 10
    expect(reach(world, IN_2_WEEKS)).toMatchObject({ after: world.id('b'), teams: [{ inSprints: 0, used: 9, stoppedBy: world.id('c') }] });
  });

  test('each team takes until its own first row that does not fit; a row that needs several is taken where all have room', () => {
    const world = planned({});
    const web = world.lines().firstTeam!;
    const mobile = world.team('Mobile', 4);
    world.add({ a: 6 }, { team: web }).add({ m1: 3 }, { team: mobile }).add({ b: 5 }, { team: web }).add({ m2: 2, m3: 1 }, { team: mobile });
    expect(taken(world, IN_2_WEEKS)).toBe('a m1'); // Web is stopped by b, Mobile by m2
    world.run(setTeamEstimate, { item: world.id('a'), team: mobile, points: 2 });
    expect(taken(world, IN_2_WEEKS)).toBe('a'); // Mobile has 2 of 4 left, and m1 needs 3
    expect(reach(world, IN_2_WEEKS).teams).toMatchObject([{ team: mobile, used: 2, stoppedBy: world.id('m1') }, { used: 6 }]);
  });

  test('what a team keeps for a category and for unplanned work is off', () => {
    const world = planned({ a: 3, b: 3 }).add({ debt: 1, more: 2 }, { type: 'chore' }).add({ c: 1, d: 1 });
    const team = world.lines().firstTeam!;
    world.run(setShare, { team, category: 'technical-debt', percent: 20 });
    world.run(setShare, { team, category: null, percent: 10 });
    expect(taken(world, IN_2_WEEKS)).toBe('a b debt c'); // 7 of 7, and 1 of the 2 that are kept for debt
  });
});

test('asked for no day, those drawn by hand and the ends of four quarters are answered; else the days that are asked for', () => {
  const world = planned({ a: 4, b: 4, c: 40 });
  const asking = { now: world.now };
  expect(dateLines.of(world.workspace, { product: APP, on: [] }, asking)).toMatchObject({
    unit: 'points',
    lines: [
      { name: 'Q1 2026', on: '2026-03-31', dateLine: null, taken: world.ids('a', 'b') }, // 22 points
      { name: 'Q2 2026', on: '2026-06-30', taken: world.ids('a', 'b', 'c') },
      { name: 'Q3 2026', on: '2026-09-30' },
      { name: 'Q4 2026', on: '2026-12-31' },
    ],
  });
  expect(dateLines.of(world.workspace, { product: APP, on: ['2026-03-06', '2026-06-30'] }, asking).lines).toMatchObject([
    { name: '', on: '2026-03-06', taken: world.ids('a') },
    { name: 'Q2 2026', on: '2026-06-30' },
  ]);
});
