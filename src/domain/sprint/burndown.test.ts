import { describe, expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { folded } from '../../../test/builders/folded.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { stateIn } from '../backlog/state.ts';
import { setState } from '../backlog/set-state.ts';
import type { Estimate } from '../estimation/estimate.ts';
import { dayIn, type Day, type Instant } from '../kernel/day.ts';
import { addHolidays } from '../team/holidays.ts';
import { sprintBurndown, type Burndown } from './burndown.ts';
import { closeSprint } from './close-sprint.ts';
import type { WorkUnit } from './work.ts';

const told = (world: Sprinting, sprint: string, day: Day = dayIn('Europe/Berlin', world.now)): Burndown =>
  folded(world, sprintBurndown, { input: { sprint }, day });

const go = (world: Sprinting, title: string, group: 'backlog' | 'in-progress' | 'done' | 'declined') =>
  world.run(setState, { items: world.ids(title), state: stateIn(world.workspace, APP, group)!.id, ...(group === 'declined' ? { reason: 'no' } : {}) });
const estimate = (world: Sprinting, title: string, given: Estimate) => world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: given } });
const hours = (original: number | null, remaining: number | null = null): Estimate => ({ kind: 'hours', original, remaining, spent: null });

/** Day of the month, what is left and what was taken on. */
const figures = ({ days }: Burndown, unit: WorkUnit = 'points') => days.map(({ day, left, scope }) => `${day.slice(8)}: ${left[unit]} of ${scope[unit]}`);
const ideal = (burndown: Burndown, unit: WorkUnit = 'points') => burndown.ideal.map(({ day, left }) => `${day.slice(8)}: ${left[unit]}`);
const changes = (world: Sprinting, { changes: all }: Burndown) =>
  all.map(({ item, day, kind, more }) => `${day.slice(8)} ${kind} ${world.titles([item])} ${more.points}`);

/** Monday, 2 March to Friday, 13 March: ten working days; 16 points in four cards. */
function underWay(): { world: Sprinting; sprint: string } {
  const world = new Sprinting({ a: 5, b: 3, c: 8, d: null, late: 2 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c', 'd').start(sprint);
  return { world, sprint };
}

describe('the burndown of a sprint', () => {
  test('has what is left at the end of each day, and what changed the scope as steps, worked out by hand here', () => {
    const { world, sprint } = underWay();
    go(world, 'a', 'done'); // on the 2nd, 5 of 16 are gone
    world.later(1).plan(sprint, 'late'); // 2 more
    world.later(1);
    go(world, 'b', 'done');
    estimate(world, 'c', { kind: 'points', value: 13 });
    world.later(2);
    go(world, 'a', 'backlog'); // opened again
    world.later(3).plan(null, 'b'); // what was done goes out: it is scope that goes, not work that comes back
    const burndown = told(world, sprint);
    expect(figures(burndown)).toEqual([
      '02: 11 of 16',
      '03: 13 of 18',
      '04: 15 of 23',
      '05: 15 of 23',
      '06: 20 of 23',
      '07: 20 of 23',
      '08: 20 of 23',
      '09: 20 of 20',
    ]);
    expect(figures(burndown, 'items')).toEqual([
      '02: 3 of 4',
      '03: 4 of 5',
      '04: 3 of 5',
      '05: 3 of 5',
      '06: 4 of 5',
      '07: 4 of 5',
      '08: 4 of 5',
      '09: 4 of 4',
    ]);
    expect(changes(world, burndown)).toEqual(['09 removed b -3', '04 resized c 5', '03 added late 2']);
    expect(burndown).toMatchObject({ startedOn: '2026-03-02', endedOn: null, start: { scope: { points: 16, items: 4 } } });
  });

  test('has an ideal line over the days on which the team works, holidays left out', () => {
    const { world, sprint } = underWay();
    const usual = ['02: 14.4', '03: 12.8', '04: 11.2', '05: 9.6', '06: 8', '07: 8', '08: 8', '09: 6.4', '10: 4.8', '11: 3.2', '12: 1.6', '13: 0'];
    expect(ideal(told(world, sprint))).toEqual(usual);
    world.run(addHolidays, { team: world.web, holidays: [{ name: 'Fair', from: '2026-03-04', to: '2026-03-05' }] });
    // Eight days are left: two points a day.
    expect(ideal(told(world, sprint)).join(', ')).toBe('02: 14, 03: 12, 04: 12, 05: 12, 06: 10, 07: 10, 08: 10, 09: 8, 10: 6, 11: 4, 12: 2, 13: 0');
    world.run(addHolidays, { team: world.web, holidays: [{ name: 'Closed', from: '2026-02-01', to: '2026-04-01' }] });
    expect(ideal(told(world, sprint))).toEqual([]);
  });

  test('counts the hours of tasks, and a card’s own only where it has no task', () => {
    const world = new Sprinting({ a: null, b: null });
    world.add({ one: null, two: null }, { type: 'task', parent: world.id('a') });
    estimate(world, 'a', hours(100));
    estimate(world, 'b', hours(8));
    estimate(world, 'one', hours(4));
    estimate(world, 'two', hours(6));
    const sprint = world.sprint();
    world.plan(sprint, 'a', 'b').start(sprint);
    expect(told(world, sprint).start.left).toEqual({ points: 0, hours: 18, items: 2 });
    world.later(1);
    estimate(world, 'one', hours(4, 1)); // three hours are done
    estimate(world, 'two', hours(6, 9)); // it takes longer than thought: no scope, but more to do
    world.later(1);
    go(world, 'one', 'done');
    world.later(1).add({ three: null }, { type: 'task', parent: world.id('b') });
    estimate(world, 'three', hours(2));
    world.run(editAny, { in: 'item', id: world.id('three'), values: { sprint } });
    expect(figures(told(world, sprint), 'hours')).toEqual(['02: 18 of 18', '03: 18 of 18', '04: 17 of 18', '05: 11 of 12']);
  });

  test('leaves out what is parked, declined or in the trash, and begins where it was really started', () => {
    const { world, sprint } = underWay();
    world.later(1);
    go(world, 'a', 'declined');
    world.run(editAny, { in: 'item', id: world.id('b'), values: { parkedAt: world.now } });
    world.later(1).run(editAny, { in: 'item', id: world.id('c'), values: { trashedAt: world.now } });
    expect(figures(told(world, sprint))).toEqual(['02: 16 of 16', '03: 8 of 8', '04: 0 of 0']);
    const late = new Sprinting({ a: 6 });
    const other = late.sprint();
    late.plan(other, 'a');
    expect(told(late, other)).toMatchObject({ startedOn: null, days: [], ideal: [], changes: [] });
    late.later(8).start(other); // on Tuesday, the 10th: four days are left
    expect(ideal(told(late, other))).toEqual(['10: 4.5', '11: 3', '12: 1.5', '13: 0']);
  });

  test('ends as it stood when it closed, goes on as if nothing had been when that is taken back, and has no start when the start is', () => {
    const { world, sprint } = underWay();
    world.later(1);
    go(world, 'a', 'done');
    const before = told(world, sprint);
    const { entry } = world.run(closeSprint, { sprint });
    const closed = told(world, sprint);
    expect(figures(closed)).toEqual(['02: 16 of 16', '03: 11 of 16']);
    expect(closed).toMatchObject({ startedOn: '2026-03-02', endedOn: '2026-03-03', changes: [] });
    world.later(3);
    go(world, 'b', 'done'); // in the next sprint: it changes nothing here
    expect(told(world, sprint)).toEqual(closed);
    go(world, 'b', 'backlog');
    world.undo(entry);
    const reopened = told(world, sprint);
    expect(reopened.changes).toEqual([]);
    expect(reopened.days.slice(0, 2)).toEqual(before.days);
    expect(figures(reopened).at(-1)).toBe('06: 11 of 16');
    const { world: again, sprint: taken } = underWay();
    again.undo();
    expect(told(again, taken).startedOn).toBeNull();
  });

  test('a day is the team’s: late in the evening of UTC it may be tomorrow', () => {
    const { world, sprint } = underWay();
    world.now = '2026-03-04T23:30:00.000Z';
    go(world, 'a', 'done');
    expect(figures(told(world, sprint))).toEqual(['02: 16 of 16', '03: 16 of 16', '04: 16 of 16', '05: 11 of 16']);
  });

  test('a day that is an hour shorter is a day, and so is one that is longer', () => {
    for (const [startOn, endOn, shift] of [
      ['2026-03-27', '2026-03-31', '2026-03-28T23:30:00.000Z'], // the 29th, half an hour old, loses an hour
      ['2026-10-23', '2026-10-27', '2026-10-24T22:30:00.000Z'], // the 25th, half an hour old, gains one
    ] as const) {
      const world = new Sprinting({ a: 5, b: 3 });
      world.now = `${startOn}T08:00:00.000Z` as Instant;
      const sprint = world.sprint({ startOn, endOn });
      world.plan(sprint, 'a', 'b').start(sprint);
      world.now = shift as Instant;
      go(world, 'a', 'done');
      world.now = `${endOn}T08:00:00.000Z` as Instant;
      const burndown = told(world, sprint);
      expect(burndown.days.map(({ left }) => left.points)).toEqual([8, 8, 3, 3, 3]);
      expect(burndown.ideal.map(({ left }) => left.points)).toEqual([5.333, 5.333, 5.333, 2.667, 0]); // Friday, Monday and Tuesday
    }
  });

  test('a clock that was set back to before its start leaves one day, on which all of it stands', () => {
    const { world, sprint } = underWay();
    go(world, 'a', 'done');
    const { days, startedOn } = told(world, sprint, '2026-02-20');
    expect([startedOn, ...figures({ days } as Burndown)]).toEqual(['2026-03-02', '02: 11 of 16']);
  });

  test('a sprint of a mistyped year gives no more than four hundred days, and a second product’s cards are its cards too', () => {
    const world = new Sprinting({ a: 5 }).add({ w: 3 }, { product: WEB });
    const both = world.team('Both', 10, [APP, WEB]);
    const id = '00000000-0000-7000-9000-0000000000aa';
    const record = { ...world.get(world.sprint({}, both)), id, name: 'Long', startOn: '2026-03-02', endOn: '2062-03-02' };
    world.run(makeAny, { in: 'sprint', record });
    world.plan(id, 'a', 'w').run(editAny, { in: 'sprint', id, values: { state: 'active', startedAt: world.now } });
    const burndown = told(world, id);
    expect([burndown.start.left.points, burndown.ideal.length]).toEqual([8, 401]);
  });
});
