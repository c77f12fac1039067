import { describe, expect, test } from 'vitest';
import { APP, CAST, fixedId, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { Day } from '../kernel/day.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { workingDaysOf } from '../team/working-days.ts';
import { capacityOfTeam } from './team-capacity.ts';

/** Monday to the Friday of the next week: ten weekdays. */
const FORTNIGHT = { from: '2026-03-02', to: '2026-03-13' } as const;
const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);

const teamOf = (world: Planned): string => world.lines().firstTeam!;
const record = (world: Planned) => world.workspace.get('team', teamOf(world));
let made = 0x5000;

const make = (world: Planned, collection: string, values: Record<string, unknown>) =>
  world.run(makeAny, { in: collection, record: { id: fixedId(++made), ...values } });

const join = (world: Planned, who: 'tom' | 'pia' | 'ada', given: { share?: number; hoursPerDay?: number; team?: string } = {}) =>
  make(world, 'membership', { team: teamOf(world), member: CAST[who].id, share: 100, hoursPerDay: 6, ...given });

const holiday = (world: Planned, from: Day, to: Day = from) => make(world, 'holiday', { team: teamOf(world), name: 'Holiday', from, to });
const away = (world: Planned, who: 'tom' | 'pia', [from, to = from]: [Day, Day?]) => make(world, 'timeOff', { member: CAST[who].id, from, to });

/** A closed sprint of the team with one item of so many points that was done in it, and one that was not. */
function closed(world: Planned, points: number, [startOn, endOn]: readonly [Day, Day]): void {
  const sprint = fixedId(++made);
  const [done, open] = [`done ${startOn}`, `open ${startOn}`];
  world.add({ [done]: points, [open]: 50 });
  const dates = { startOn, endOn, startedAt: `${startOn}T08:00:00.000Z`, closedAt: `${endOn}T15:00:00.000Z` };
  world.run(makeAny, {
    in: 'sprint',
    record: { id: sprint, ...SPRINT_WITHOUT_TEAM, product: APP, team: teamOf(world), name: startOn, state: 'closed', ...dates },
  });
  world.run(editAny, { in: 'item', id: world.id(done), values: { sprint, state: DONE, closedOn: endOn } });
  world.run(editAny, { in: 'item', id: world.id(open), values: { sprint } });
}

/** Three sprints of ten working days each: 20, 23 and 26 points. */
function threeSprints(world: Planned): Planned {
  closed(world, 20, ['2026-01-05', '2026-01-16']);
  closed(world, 26, ['2026-01-19', '2026-01-30']);
  closed(world, 23, ['2026-02-02', '2026-02-13']);
  return world;
}

describe('working days of a team', () => {
  test('are its days of the week less its holidays', () => {
    const world = planned({});
    expect(workingDaysOf(world.workspace, record(world), FORTNIGHT)).toHaveLength(10);
    holiday(world, '2026-03-05', '2026-03-08');
    holiday(world, '2026-03-06'); // named twice, counted once
    expect(workingDaysOf(world.workspace, record(world), { from: '2026-03-04', to: '2026-03-10' })).toEqual(['2026-03-04', '2026-03-09', '2026-03-10']);
    world.run(editAny, { in: 'team', id: teamOf(world), values: { workingDays: [1, 2, 7] } });
    expect(workingDaysOf(world.workspace, record(world), FORTNIGHT)).toEqual(['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10']);
  });

  test('are counted by the calendar, whatever the clocks do in between', () => {
    const world = planned({}); // Berlin loses an hour on 29 March and gains one on 25 October
    expect(workingDaysOf(world.workspace, record(world), { from: '2026-03-27', to: '2026-03-30' })).toEqual(['2026-03-27', '2026-03-30']);
    expect(workingDaysOf(world.workspace, record(world), { from: '2026-10-23', to: '2026-10-26' })).toEqual(['2026-10-23', '2026-10-26']);
    expect(workingDaysOf(world.workspace, record(world), { from: '1969-12-26', to: '1970-01-02' })).toHaveLength(6);
  });

  test('are none when the end lies before the start', () => {
    const world = planned({});
    expect(workingDaysOf(world.workspace, record(world), { from: FORTNIGHT.to, to: FORTNIGHT.from })).toEqual([]);
  });
});

describe('people', () => {
  test('give their share of the working days on which they are there', () => {
    const world = planned({});
    join(world, 'tom');
    join(world, 'pia', { share: 50, hoursPerDay: 7.5 });
    holiday(world, '2026-03-06');
    away(world, 'tom', ['2026-03-05', '2026-03-09']); // Thursday, the holiday, a weekend and Monday: two working days
    const { workingDays, people, personDays, hours } = capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT);
    expect(workingDays).toBe(9);
    expect(people.map(({ daysOff, personDays: days, hours: own }) => [daysOff, days, own])).toEqual([
      [2, 7, 42],
      [0, 4.5, 33.75],
    ]);
    expect([personDays, hours]).toEqual([11.5, 75.75]);
  });

  test('in two teams are not counted twice', () => {
    const world = planned({});
    const other = world.team('Zeta', 10);
    join(world, 'tom', { share: 100 });
    join(world, 'tom', { share: 60, team: other });
    const [here, there] = [teamOf(world), other].map((team) => capacityOfTeam(world.workspace, team, FORTNIGHT));
    expect([here!.people[0]!.sharesOverAll, here!.people[0]!.share, there!.people[0]!.share]).toEqual([160, 62.5, 37.5]);
    expect(here!.personDays + there!.personDays).toBe(10);
  });
});

describe('points', () => {
  test('are the median of the last sprints for so many working days, with the worst and the best of them', () => {
    const world = threeSprints(planned({}));
    holiday(world, '2026-03-06');
    const { unit, amount } = capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT);
    // 2.3 a day for nine days is 20.7; the worst 2.0, the best 2.6: 23.4
    expect([unit, amount]).toEqual(['points', { source: 'velocity', rounds: 3, byDays: 20, least: 18, most: 23, byPeople: null }]);
  });

  test('are told beside it for the people who are there, and the two differ when somebody is away', () => {
    const world = threeSprints(planned({}));
    join(world, 'tom');
    join(world, 'pia', { share: 50 });
    const amount = () => capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount;
    expect(amount()).toMatchObject({ byDays: 23, byPeople: 23 });
    away(world, 'tom', ['2026-03-02', '2026-03-04']);
    // 15 days of people brought 23 points; 12 of them bring 18.4
    expect(amount()).toMatchObject({ byDays: 23, byPeople: 18 });
  });

  test('of a sprint with holidays and days off count for the days that it had', () => {
    const world = threeSprints(planned({}));
    for (const day of ['2026-01-05', '2026-01-19', '2026-02-02'] as const)
      holiday(world, day, `${day.slice(0, 8)}${String(Number(day.slice(8)) + 4).padStart(2, '0')}` as Day);
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ byDays: 46, least: 40, most: 52 });
  });

  test('are of the six newest closed sprints with a working day, and never of what is under way', () => {
    const world = planned({});
    closed(world, 500, ['2025-11-24', '2025-12-05']);
    closed(world, 10, ['2025-12-08', '2025-12-19']);
    closed(world, 300, ['2025-12-22', '2025-12-26']);
    holiday(world, '2025-12-22', '2025-12-26');
    for (const dates of [
      ['2026-01-05', '2026-01-16'],
      ['2026-01-19', '2026-01-30'],
      ['2026-02-02', '2026-02-13'],
      ['2026-02-16', '2026-02-20'],
    ] as const)
      closed(world, 10, dates);
    closed(world, 10, ['2026-02-23', '2026-02-27']);
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ rounds: 6, byDays: 10, least: 10, most: 20 });
  });

  test('are of the pace that somebody said while there are less than three sprints', () => {
    const world = planned({}, 15);
    closed(world, 40, ['2026-02-02', '2026-02-13']);
    join(world, 'tom');
    away(world, 'tom', ['2026-03-02', '2026-03-06']);
    const amount = () => capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount;
    expect(amount()).toEqual({ source: 'pace', rounds: 1, byDays: 15, least: 15, most: 15, byPeople: 7 });
    world.run(editAny, { in: 'team', id: teamOf(world), values: { pace: null } });
    expect(amount()).toMatchObject({ source: 'velocity', rounds: 1, byDays: 40 });
  });

  test('of a team in flow are the median of what it delivered in its last whole weeks', () => {
    const world = planned({ a: 5, b: 3, c: 8, d: 2, now: 1 }, 40);
    world.run(editAny, { in: 'team', id: teamOf(world), values: { works: 'flow' } });
    const finish = (title: string, closedOn: Day) => world.run(editAny, { in: 'item', id: world.id(title), values: { state: DONE, closedOn } });
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ source: 'pace', byDays: 40 });
    finish('a', '2026-01-07');
    finish('b', '2026-01-13');
    finish('c', '2026-01-26');
    finish('d', '2026-02-10');
    finish('now', '2026-02-16');
    // Weeks from Monday, before the newest Monday: 5, 3, 0, 8, 0, 2. The middle of 0 0 2 3 5 8 is 2.5, half a point a day.
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ source: 'weeks', rounds: 6, byDays: 5, least: 0, most: 16 });
    world.run(editAny, { in: 'team', id: teamOf(world), values: { works: 'sprints', pace: null } });
    // The same in fortnights: 8, 8, 2
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ source: 'fortnights', rounds: 3, byDays: 8 });
  });
});

describe('what makes no sense has a clear result', () => {
  test('holidays over the whole sprint leave nothing', () => {
    const world = threeSprints(planned({}));
    join(world, 'tom');
    holiday(world, '2026-02-27', '2026-03-20');
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT)).toMatchObject({
      workingDays: 0,
      personDays: 0,
      hours: 0,
      amount: { byDays: 0, byPeople: 0 },
    });
  });

  test('a team without people has no hours, and points of its past only; one of which nothing is known has neither', () => {
    const world = planned({}, null);
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT)).toMatchObject({ people: [], personDays: 0, hours: 0, amount: null });
    threeSprints(world);
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT)).toMatchObject({ hours: 0, amount: { byDays: 23, byPeople: null } });
  });

  test('somebody who was away in all that is known says nothing of what people bring', () => {
    const world = threeSprints(planned({}));
    join(world, 'tom');
    away(world, 'tom', ['2026-01-01', '2026-02-28']);
    expect(capacityOfTeam(world.workspace, teamOf(world), FORTNIGHT).amount).toMatchObject({ byDays: 23, byPeople: null });
  });

  test('an end before the start is no time at all', () => {
    const world = threeSprints(planned({}));
    join(world, 'tom');
    const none = capacityOfTeam(world.workspace, teamOf(world), { from: FORTNIGHT.to, to: FORTNIGHT.from });
    expect(none).toMatchObject({ workingDays: 0, hours: 0, amount: { byDays: 0, least: 0, most: 0, byPeople: 0 } });
  });
});
