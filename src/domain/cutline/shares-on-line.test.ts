import { describe, expect, test } from 'vitest';
import { IN_2_WEEKS, IN_4_WEEKS, planned } from '../../../test/builders/planned.ts';
import { updateItems } from '../backlog/update-items.ts';
import { setShare } from '../capacity/set-share.ts';
import { deliveredWith } from '../forecast/delivered.ts';
import { deliveredWithin } from '../forecast/delivered-within.ts';
import { releaseForecastOf } from '../schedule/release-forecast.ts';
import { verbs } from '../verbs.ts';
import { whyOf } from './why.ts';

/** A team of ten points in two weeks that keeps 20 % for technical debt and 10 % for what nobody planned. */
function keeping(pace: number | null = 10) {
  const world = planned({ a: 3, b: 3 }, pace);
  world.add({ debt: 1, more: 2 }, { type: 'chore' }).add({ c: 1, d: 1 });
  const team = world.lines().firstTeam!;
  world.run(setShare, { team, category: 'technical-debt', percent: 20 });
  world.run(setShare, { team, category: null, percent: 10 });
  return { world, team };
}

describe('what a team keeps', () => {
  test('for a category is drawn on by rows of that category, for unplanned work by none, and the others share the rest', () => {
    const { world } = keeping();
    world.release('2.4', IN_2_WEEKS);
    // Of 10 points 2 are kept for technical debt and 1 for unplanned work: 7 are left for a, b and c; d does not fit, nor does more beside debt.
    expect(world.taken('2.4')).toBe('a b debt c');
    expect(world.line('2.4').teams).toMatchObject([
      { keptFor: null, percent: 70, capacity: 7, used: 7, stoppedBy: world.id('d') },
      { keptFor: 'technical-debt', percent: 20, capacity: 2, used: 1, stoppedBy: world.id('more') },
    ]);
    expect(world.row('more').reason).toMatchObject({ code: 'full', keptFor: 'technical-debt', needs: 2, room: 1 });
    expect(world.row('d').reason).toMatchObject({ code: 'full', keptFor: null, needs: 1, room: 0 });
  });

  test('is drawn on by what somebody says is of that category, whatever its type', () => {
    const { world } = keeping();
    world.release('2.4', IN_2_WEEKS);
    // The chores go to the 7 that are left: 3 + 3 + 1, and the next has 2. The story d draws on the 2 for technical debt, which no chore does any more.
    world.run(updateItems, { items: world.ids('debt', 'more'), category: 'infrastructure' });
    world.run(updateItems, { items: world.ids('d'), category: 'technical-debt' });
    expect(world.taken('2.4')).toBe('a b debt d');
    expect(world.line('2.4').teams).toMatchObject([
      { keptFor: null, used: 7, stoppedBy: world.id('more') },
      { keptFor: 'technical-debt', used: 1, stoppedBy: null },
    ]);
  });

  test('stays empty while no row of that category is there', () => {
    const world = planned({ a: 8, b: 1 });
    world.run(setShare, { team: world.lines().firstTeam!, category: 'infrastructure', percent: 20 });
    world.release('2.4', IN_2_WEEKS);
    expect([world.taken('2.4'), world.line('2.4').teams.map(({ capacity }) => capacity)]).toEqual(['a', [8, 2]]);
  });

  test('is taken off each line’s own window', () => {
    const { world } = keeping();
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a b debt c', 'more d']);
  });

  test('is seen in the arithmetic of a why, for what draws on it and for what does not', () => {
    const { world } = keeping();
    world.release('2.4', IN_2_WEEKS);
    const why = (title: string) => whyOf(world.workspace, world.lines(), world.item(title)).arithmetic;
    const shares = [
      { category: null, percent: 10 },
      { category: 'technical-debt', percent: 20 },
    ];
    expect(why('d')).toMatchObject({ whole: 10, kept: 3, keptFor: null, percent: 70, shares, capacity: 7, before: 7, room: 0, needs: 1 });
    expect(why('more')).toMatchObject({ whole: 10, kept: 8, keptFor: 'technical-debt', percent: 20, capacity: 2, before: 1, room: 1, needs: 2 });
  });

  test('is counted by the day that is offered for what does not fit: 3 points of the fifth that is kept need 15', () => {
    const { world } = keeping();
    world.release('2.4', IN_2_WEEKS);
    const fix = whyOf(world.workspace, world.lines(), world.item('more')).fixes.find(({ code }) => code === 'set-date')!;
    expect(fix.call.input).toMatchObject({ dueOn: '2026-03-20' }); // 15 working days at 10 in ten
    world.run(
      verbs.find(({ name }) => name === fix.call.verb)!,
      fix.call.input as never,
    );
    expect(world.taken('2.4')).toContain('more');
  });

  test('cannot be more than all, and all of it kept for unplanned work leaves no room', () => {
    const world = planned({ a: 1 });
    world.release('2.4', IN_2_WEEKS);
    world.run(setShare, { team: world.lines().firstTeam!, category: null, percent: 100 });
    expect(world.line('2.4')).toMatchObject({ taken: [], teams: [{ percent: 0, capacity: 0 }] });
    expect(whyOf(world.workspace, world.lines(), world.item('a')).fixes.map(({ code }) => code)).toEqual([]);
  });
});

describe('with a forecast', () => {
  const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];
  const delivers = (days: number, confidence: number) =>
    Math.floor(deliveredWith(confidence, deliveredWithin({ past: WEEKS, ahead: [1], isCounted: false }, days, { trials: 10_000, seed: 1 })));

  test('shares are of what is delivered with the release’s confidence, and of what earlier lines take only what was taken of the same part counts', () => {
    const { world } = keeping(null);
    world.delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    const [two, four] = [delivers(10, 0.85), delivers(20, 0.85)];
    const part = (whole: number, percent: number) => Math.floor((whole * percent) / 100);
    const [first, second] = [world.line('2.4').teams, world.line('2.5').teams];
    expect(first.map(({ capacity }) => capacity)).toEqual([part(two, 70), part(two, 20)]);
    expect(second.map(({ capacity }) => capacity)).toEqual([part(four, 70) - first[0]!.used, part(four, 20) - first[1]!.used]);
  });

  test('a release is finished when the part that takes longest is', () => {
    const { world } = keeping(null);
    world.delivered(null, WEEKS);
    const release = world.release('2.4', IN_4_WEEKS);
    const days = () => releaseForecastOf(world.workspace, world.lines(), release).days.map(({ day }) => day!);
    world.put(release, 'a');
    const onlyA = days();
    world.put(release, 'debt', 'more');
    const withDebt = days(); // 3 points of a fifth need 15 of the whole; a needs 3 of seven tenths, which is 5
    world.put(null, 'a');
    expect(days()).toEqual(withDebt);
    for (const [at, day] of onlyA.entries()) expect(day < withDebt[at]!).toBe(true);
  });
});
