import { describe, expect, test } from 'vitest';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { APP } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { deliveredWith } from '../forecast/delivered.ts';
import { deliveredWithin } from '../forecast/delivered-within.ts';
import { SIZES, type Size } from '../estimation/estimate.ts';
import { updateProduct } from '../product/update-product.ts';
import { updateRelease } from '../release/update-release.ts';
import { verbs } from '../verbs.ts';
import { whyOf } from './why.ts';

const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];
const TWENTY = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, 2]));

/** What a team with these weeks delivers, asked of the engine. */
const delivers = (days: number, confidence: number, ahead: number[] = [1]) =>
  Math.floor(deliveredWith(confidence, deliveredWithin({ past: WEEKS, ahead, isCounted: false }, days, { trials: 10_000, seed: 1 })));

const release = (world: Planned, name: string) => world.line(name).release;

describe('a team with enough history', () => {
  test('has as capacity what it delivers until the date with the release’s confidence, whatever pace somebody has set', () => {
    const world = planned(TWENTY, 1).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    const expected = delivers(10, 0.85);
    expect(expected).toBeGreaterThan(4); // two weeks of about five points, not the pace of one
    expect(expected).toBeLessThan(10);
    const [team] = world.line('2.4').teams;
    expect(team).toMatchObject({ pace: 1, weeks: 8, capacity: expected, forecast: { days: 10, confidence: 0.85, delivers: expected, earlier: 0 } });
    expect(world.line('2.4').taken).toHaveLength(Math.floor(expected / 2));
  });

  test('that estimates in T-shirt sizes alone has it in points too: what it delivered counts by the same table as what is open', () => {
    const world = planned({ a: null, b: null, c: null, d: null }, null).delivered(null, WEEKS);
    const sizes = { a: 'S', b: 'M', c: 'S', d: 'XL' } as const; // 2, 3, 2 and 8 by the usual table
    const estimate = (title: string, size: Size) =>
      world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: { kind: 'size', value: size } } });
    for (const [title, size] of Object.entries(sizes)) estimate(title, size);
    world.release('2.4', IN_2_WEEKS);
    world.run(updateProduct, { product: APP, unit: 'points' });
    const before = world.line('2.4');
    // Every week as if it had been said in sizes, by a table in which that many points have a size.
    const table = { XS: 3, S: 4, M: 5, L: 6, XL: 7, XXL: 8 } as const;
    const sizeOf = (points: number) => SIZES.find((size) => table[size] === points)!;
    world.run(updateProduct, { product: APP, sizePoints: table });
    const open = world.line('2.4');
    WEEKS.forEach((points, at) => estimate(`done ${at + 1}`, sizeOf(points)));
    expect(before.teams).toMatchObject([{ weeks: 8, capacity: delivers(10, 0.85) }]);
    expect(world.line('2.4')).toEqual(open);
    expect(world.line('2.4')).toMatchObject({ guessed: 0, teams: [{ weeks: 8, capacity: delivers(10, 0.85), used: 4 }] }); // the S; the M makes 9 of 8
  });

  test('needs no pace, and with one week less it does', () => {
    const world = planned(TWENTY, null).delivered(null, WEEKS.slice(0, 6));
    world.release('2.4', IN_2_WEEKS);
    expect(world.line('2.4').taken.length).toBeGreaterThan(0);
    const other = planned(TWENTY, null).delivered(null, WEEKS.slice(0, 5));
    other.release('2.4', IN_2_WEEKS);
    expect(other.line('2.4')).toMatchObject({ taken: [], teams: [{ weeks: 5, forecast: null, capacity: 0 }] });
    expect(other.row('r0').reason).toMatchObject({ code: 'no-pace' });
  });

  test('has for a later line what it delivers by then, less what the earlier line takes: no room is lost between them', () => {
    const world = planned(TWENTY).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    const [first, second] = [world.line('2.4').teams[0]!, world.line('2.5').teams[0]!];
    expect(second.forecast).toEqual({ days: 20, confidence: 0.85, delivers: delivers(20, 0.85), earlier: first.used });
    expect(second.capacity).toBe(delivers(20, 0.85) - first.used);
  });

  test('has less with more confidence; who plans the release says how much', () => {
    const world = planned(TWENTY).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    world.run(updateRelease, { release: release(world, '2.4'), confidence: 0.5 }, 'pia');
    expect(world.line('2.4').teams[0]!.capacity).toBe(delivers(10, 0.5));
    expect(delivers(10, 0.5)).toBeGreaterThan(delivers(10, 0.85));
    for (const confidence of [0.49, 0.991, 85]) expect(() => world.run(updateRelease, { release: release(world, '2.4'), confidence })).toThrow();
    expect(world.refusal(() => world.run(updateRelease, { release: release(world, '2.4'), confidence: 0.9 }, 'tom'))).toMatchObject([{ code: 'not-allowed' }]);
  });

  test('has none on a line that is asked for with more confidence than the earlier ones have left, not even for a row of no size', () => {
    const world = planned({ ...TWENTY, zero: 0 }).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', '2026-03-16');
    world.run(updateRelease, { release: release(world, '2.4'), confidence: 0.5 });
    world.run(updateRelease, { release: release(world, '2.5'), confidence: 0.99 });
    expect(world.line('2.5')).toMatchObject({ taken: [], teams: [{ capacity: 0, used: 0 }] });
  });

  test('has none while it is away', () => {
    const world = planned(TWENTY).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    const team = world.lines().firstTeam!;
    const away = { id: '00000000-0000-7000-9100-000000000001', team, name: 'Closed', from: '2026-03-02', to: IN_2_WEEKS };
    world.run(makeAny, { in: 'holiday', record: away });
    expect(world.line('2.4').teams[0]!.capacity).toBe(0);
    world.run(editAny, { in: 'holiday', id: away.id, values: { to: '2026-03-08' } });
    expect(world.line('2.4').teams[0]!.capacity).toBe(delivers(10, 0.85, [0, 1]));
  });
});

describe('a team of whom only a pace is known', () => {
  const holiday = (world: Planned, from: string, to: string) =>
    world.run(makeAny, {
      in: 'holiday',
      record: { id: `00000000-0000-7000-9100-0000000000${from.slice(8)}`, team: world.lines().firstTeam!, name: 'Closed', from, to },
    });

  test('has less where it has holidays, as its own page says, and none where they last over the whole of it', () => {
    const world = planned(TWENTY); // ten points in two weeks
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    holiday(world, '2026-03-05', '2026-03-06');
    expect(world.line('2.4').teams[0]).toMatchObject({ days: 8, capacity: 8 });
    expect(world.line('2.5').teams[0]).toMatchObject({ days: 10, capacity: 10 });
    holiday(world, '2026-03-16', '2026-03-27');
    expect(world.line('2.5').teams[0]).toMatchObject({ days: 0, capacity: 0 });
    expect(world.line('2.5').taken).toEqual([]);
  });

  test('is told why so, and is offered the first date on which the row fits', () => {
    const world = planned(TWENTY);
    world.release('2.4', IN_2_WEEKS);
    holiday(world, '2026-03-05', '2026-03-06');
    holiday(world, '2026-03-16', '2026-03-17');
    const why = whyOf(world.workspace, world.lines(), world.item('r4'));
    expect(why.arithmetic).toMatchObject({ workingDays: 8, whole: 8, before: 8, needs: 2 });
    const fix = why.fixes.find(({ code }) => code === 'set-date')!;
    // Three of the next week's five days are worked, evenly: two days more of them are there on the Thursday.
    expect(fix.call.input).toMatchObject({ dueOn: '2026-03-19' });
    world.run(
      verbs.find(({ name }) => name === fix.call.verb)!,
      fix.call.input as never,
    );
    expect(world.taken('2.4')).toContain('r4');
  });
});

describe('why, where there is a forecast', () => {
  test('says what is delivered by the date with the confidence, less the earlier lines, and the day until which the row fits', () => {
    const world = planned(TWENTY).delivered(null, WEEKS);
    world.release('2.4', IN_2_WEEKS);
    const stopper = world.line('2.4').teams[0]!.stoppedBy!;
    const why = whyOf(world.workspace, world.lines(), world.workspace.get('item', stopper));
    const { used, capacity } = world.line('2.4').teams[0]!;
    expect(why.arithmetic).toMatchObject({ weeks: 8, capacity, before: used, needs: 2, forecast: { delivers: delivers(10, 0.85), confidence: 0.85 } });
    const fix = why.fixes.find(({ code }) => code === 'set-date')!;
    world.run(
      verbs.find(({ name }) => name === fix.call.verb)!,
      fix.call.input as never,
    );
    expect(world.line('2.4').taken.at(-1)).toBe(stopper);
    const day = (fix.call.input as { dueOn: string }).dueOn;
    const days = world.line('2.4').teams[0]!.forecast!.days;
    expect(day > IN_2_WEEKS && delivers(days, 0.85) >= used + 2 && delivers(days - 1, 0.85) < used + 2).toBe(true);
  });
});
