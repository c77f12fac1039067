import { describe, expect, test } from 'vitest';
import { APP, CAST, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { updateProduct } from '../product/update-product.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { outlookOf } from './outlook-of.ts';
import { pastWeeks } from './past-weeks.ts';
import { weeksAhead } from './weeks-ahead.ts';

const TODAY: Day = '2026-03-02'; // a Monday
const state = (group: string) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((one) => one.group === group),
  );
const edit = (world: Planned, title: string, values: Record<string, unknown>) => world.run(editAny, { in: 'item', id: world.id(title), values } as never);
const close = (world: Planned, title: string, closedOn: Day | null) => edit(world, title, { state: state('done'), closedOn });
const past = (world: Planned, team: string | null = world.lines().firstTeam, unit: 'points' | 'items' = 'points') =>
  pastWeeks(world.workspace, { product: APP, team, firstTeam: world.lines().firstTeam }, { today: TODAY, unit });

describe('what a team delivered', () => {
  test('is told by whole weeks that end on the day before today, empty ones in between, none before the first', () => {
    const world = planned({ today: 40, yesterday: 3, sixDays: 2, weekBefore: 5, longAgo: 1, tooLongAgo: 13, open: 8 });
    close(world, 'today', TODAY);
    close(world, 'yesterday', '2026-03-01');
    close(world, 'sixDays', '2026-02-23');
    close(world, 'weekBefore', '2026-02-22');
    expect(past(world)).toEqual([5, 5]);
    close(world, 'longAgo', addDays(TODAY, -7 * 26));
    close(world, 'tooLongAgo', addDays(TODAY, -7 * 26 - 1));
    expect(past(world)).toEqual([1, ...Array.from({ length: 23 }, () => 0), 5, 5]);
    expect(past(world, undefined, 'items')).toEqual([1, ...Array.from({ length: 23 }, () => 0), 1, 2]);
  });

  test('counts as a line does: no tasks, no parent beside its children, nothing trashed, declined, or closed on an unknown day', () => {
    const world = planned({ a: 1, declined: 2, trashed: 4, unknown: 8, unsized: null });
    world.add({ epic: 16 }, { type: 'epic' }).add({ child: 32 }, { parent: world.id('epic') });
    world.add({ task: 64 }, { type: 'task', parent: world.id('a') });
    for (const title of ['a', 'trashed', 'unsized', 'epic', 'child', 'task']) close(world, title, '2026-02-25');
    edit(world, 'declined', { state: state('declined'), closedOn: '2026-02-25' });
    close(world, 'unknown', null);
    edit(world, 'trashed', { trashedAt: world.now });
    expect([past(world), past(world, undefined, 'items')]).toEqual([[33], [3]]);
    edit(world, 'child', { trashedAt: world.now });
    expect(past(world)).toEqual([17]);
    edit(world, 'child', { trashedAt: null, estimate: { kind: 'points', value: 2 } });
    expect(past(world)).toEqual([3]);
    edit(world, 'a', { state: state('backlog'), closedOn: null });
    expect(past(world)).toEqual([2]);
  });

  test('counts sizes by the table of the product and hours by the rate of the team, as its line does, and is another when either is', () => {
    const world = planned({ points: 3, size: null, thought: null, spent: null, nothing: null });
    const team = world.lines().firstTeam!;
    const hours = (original: number | null, spent: number | null) => ({ kind: 'hours', original, remaining: 0, spent });
    edit(world, 'size', { estimate: { kind: 'size', value: 'XL' } }); // 8 by the usual table
    edit(world, 'thought', { estimate: hours(12, 20) });
    edit(world, 'spent', { estimate: hours(null, 9) });
    for (const title of ['points', 'size', 'thought', 'spent', 'nothing']) close(world, title, '2026-02-25');
    expect([past(world), past(world, undefined, 'items')]).toEqual([[11], [5]]); // hours are of no team that has not said what a point is
    world.run(updateTeam, { team, hoursPerPoint: 6 });
    expect(past(world)).toEqual([14.5]); // 12 hours are 2 points, 9 are 1.5
    world.run(updateProduct, { product: APP, sizePoints: { XS: 1, S: 2, M: 3, L: 5, XL: 10, XXL: 20 } });
    expect(past(world)).toEqual([16.5]);
    edit(world, 'size', { estimate: { kind: 'size', value: 'XXL' } });
    expect(past(world)).toEqual([26.5]);
    edit(world, 'spent', { estimate: hours(null, 12) });
    expect(past(world)).toEqual([27]);
  });

  test('belongs to the own or inherited team, and what has none to the first', () => {
    const world = planned({ own: 1, none: 2 });
    const [web, mobile] = [world.lines().firstTeam!, world.team('Zeta', 5)];
    world.add({ epic: null }, { type: 'epic' }).add({ child: 4 }, { parent: world.id('epic') });
    edit(world, 'own', { team: mobile });
    for (const title of ['own', 'none', 'child']) close(world, title, '2026-02-25');
    expect([past(world, web), past(world, mobile)]).toEqual([[6], [1]]);
    edit(world, 'epic', { team: mobile });
    expect([past(world, web), past(world, mobile)]).toEqual([[2], [5]]);
    expect(pastWeeks(world.workspace, { product: APP, team: null, firstTeam: null }, { today: TODAY, unit: 'points' })).toEqual([2]);
  });

  test('has in it what rows of other teams took of the team, by what was said of each', () => {
    const world = planned({ theirs: 8, taskless: 3, open: 2, gone: 1, own: 4 });
    const [web, mobile] = [world.lines().firstTeam!, world.team('Zeta', 5)];
    edit(world, 'own', { team: mobile });
    for (const [title, points] of Object.entries({ theirs: 5, taskless: 2, open: 3, gone: 7 })) {
      world.run(setTeamEstimate, { item: world.id(title), team: mobile, points });
    }
    close(world, 'theirs', '2026-02-25');
    close(world, 'taskless', '2026-02-18');
    close(world, 'gone', '2026-02-25');
    edit(world, 'gone', { trashedAt: world.now });
    close(world, 'own', '2026-02-25');
    expect([past(world, web), past(world, mobile)]).toEqual([
      [3, 8],
      [2, 9],
    ]);
    expect([past(world, web, 'items'), past(world, mobile, 'items')]).toEqual([
      [1, 1],
      [1, 2],
    ]);
    world.run(setTeamEstimate, { item: world.id('theirs'), team: mobile, points: 1 });
    expect(past(world, mobile)).toEqual([2, 5]);
    edit(world, 'theirs', { closedOn: '2026-02-18' });
    expect(past(world, mobile)).toEqual([3, 4]);
    // Given to that team it counts by its own estimate, and no longer by what was said besides.
    edit(world, 'theirs', { team: mobile });
    expect([past(world, web), past(world, mobile)]).toEqual([
      [3, 0],
      [10, 4],
    ]);
  });

  test('of less than six weeks is too little, and of how many it is, is said', () => {
    const world = planned({});
    const first = world.lines().firstTeam!;
    const ask = () => outlookOf(world.workspace, { product: APP, team: first, firstTeam: first }, { today: TODAY, unit: 'points' });
    expect(ask()).toEqual({ weeks: 0, outlook: null, paceUntil: null, ahead: [1] });
    world.delivered(null, [3, 0, 4, 5, 6]);
    expect(ask()).toEqual({ weeks: 5, outlook: null, paceUntil: null, ahead: [1] });
    world.delivered(null, [1, 0, 0, 0, 0, 0]);
    expect(ask()).toEqual({ weeks: 6, outlook: { past: [1, 3, 0, 4, 5, 6], ahead: [1], isCounted: false }, paceUntil: null, ahead: [1] });
  });
});

test('a past that ended more than four weeks ago is none: an old export is counted by its pace', () => {
  const world = planned({});
  const first = world.lines().firstTeam!;
  const ask = () => outlookOf(world.workspace, { product: APP, team: first, firstTeam: first }, { today: TODAY, unit: 'points' });
  world.delivered(null, [3, 4, 5, 6, 5, 4, 0, 0, 0, 0]);
  expect(ask()).toEqual({ weeks: 0, outlook: null, paceUntil: null, ahead: [1] });
  world.delivered(null, [0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
  expect(ask()).toMatchObject({ weeks: 10 });
});

describe('what a team has ahead', () => {
  const world = () => {
    const made = planned({});
    return { made, team: made.lines().firstTeam! };
  };
  let ids = 0;
  const id = () => `00000000-0000-7000-9100-${(++ids).toString(16).padStart(12, '0')}`;
  const make = (made: Planned, kind: string, record: object) => made.run(makeAny, { in: kind, record: { id: id(), ...record } } as never);
  const ahead = ({ made, team }: ReturnType<typeof world>) => weeksAhead(made.workspace, team, TODAY);

  test('is a usual week as long as nobody is away', () => {
    expect(ahead(world())).toEqual([1]);
  });

  test('is less by its holidays, on the days on which it works', () => {
    const some = world();
    make(some.made, 'holiday', { team: some.team, name: 'Day off', from: '2026-03-11', to: '2026-03-11' });
    expect(ahead(some)).toEqual([1, 0.8, 1]);
    make(some.made, 'holiday', { team: some.team, name: 'Closed', from: '2026-02-20', to: '2026-03-08' });
    expect(ahead(some)).toEqual([0, 0.8, 1]);
    some.made.run(editAny, { in: 'team', id: some.team, values: { workingDays: [1, 2, 4, 5] } });
    expect(ahead(some)).toEqual([0, 1, 1]); // the team does not work on Wednesdays
    some.made.run(editAny, { in: 'team', id: some.team, values: { workingDays: [] } });
    expect(ahead(some)).toEqual([0]);
  });

  test('is less by its members’ time off, by their part of the team, and no day is taken off twice', () => {
    const some = world();
    make(some.made, 'membership', { team: some.team, member: CAST.tom.id, share: 100, hoursPerDay: 6 });
    make(some.made, 'membership', { team: some.team, member: CAST.pia.id, share: 50, hoursPerDay: 4 });
    make(some.made, 'timeOff', { member: CAST.pia.id, from: '2026-03-02', to: '2026-03-06' });
    make(some.made, 'timeOff', { member: CAST.pia.id, from: '2026-03-04', to: '2026-03-05' });
    expect(ahead(some)).toEqual([0.75, 1]); // two of eight hours a day
    make(some.made, 'timeOff', { member: CAST.tom.id, from: '2026-03-06', to: '2026-03-09' });
    make(some.made, 'holiday', { team: some.team, name: 'Day off', from: '2026-03-06', to: '2026-03-06' });
    expect(ahead(some)).toEqual([0.6, 0.85, 1]);
  });
});
