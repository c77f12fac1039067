import { ZodError } from 'zod';
import { describe, expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { removeState } from '../backlog/states.ts';
import { setState } from '../backlog/set-state.ts';
import { capacityOfTeam } from '../capacity/team-capacity.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { closeSprint } from '../sprint/close-sprint.ts';
import { createSprint } from '../sprint/create-sprint.ts';
import { startSprint } from '../sprint/start-sprint.ts';
import { updateSprint } from '../sprint/update-sprint.ts';
import { addHolidays } from '../team/holidays.ts';
import { addToTeam } from '../team/memberships.ts';
import { createTeam } from '../team/create-team.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { personLoads } from './person-load.ts';
import { sprintHours } from './sprint-hours.ts';
import { fillOf } from './fill.ts';
import { candidatesFor, loadOf } from './sprint-load.ts';
import { warningsOf } from './sprint-warnings.ts';
import { teamFlow } from './team-flow.ts';

const inGroup = (group: string) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );
const fill = (world: Sprinting, sprint: string) =>
  world.titles(fillOf(world.workspace, world.get(sprint), candidatesFor(world.workspace, world.get(sprint), { in: 'backlog', product: APP })));
const codes = (world: Sprinting, sprint: string) => warningsOf(world.workspace, world.get(sprint)).map(({ code }) => code);

describe('a capacity of nothing', () => {
  test('takes nothing but what takes none, and says so of what is in it', () => {
    const world = new Sprinting({ free: 0, a: 1, b: 2 });
    world.run(updateTeam, { team: world.web, pace: 0 });
    const sprint = world.sprint({ goal: 'x' });
    expect([loadOf(world.workspace, world.get(sprint)).capacity, fill(world, sprint), codes(world, sprint)]).toEqual([0, 'free', []]);
    world.plan(sprint, 'a');
    expect(warningsOf(world.workspace, world.get(sprint))).toEqual([{ code: 'over-capacity', over: 1, unit: 'points' }]);
    expect(fill(world, sprint)).toBe(''); // there is less room than none
  });

  test('of less than nothing, or of no number, is not taken', () => {
    const world = new Sprinting();
    for (const pace of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => world.run(updateTeam, { team: world.web, pace })).toThrow(ZodError);
      expect(() => world.run(createTeam, { name: 'x', products: [APP], pace })).toThrow(ZodError);
    }
    const member = CAST.tom.id;
    for (const given of [{ share: 0 }, { share: -50 }, { share: 101 }, { hoursPerDay: 0 }, { hoursPerDay: -8 }, { hoursPerDay: 25 }])
      expect(() => world.run(addToTeam, { team: world.web, member, ...given }), JSON.stringify(given)).toThrow(ZodError);
  });
});

test('a holiday calendar over the whole sprint leaves it without a day, and that is said before it is started', () => {
  const world = new Sprinting({ a: 1 });
  const sprint = world.sprint({ goal: 'x' });
  world.run(addToTeam, { team: world.web, member: CAST.tom.id, share: 100, hoursPerDay: 6 });
  expect(codes(world, sprint)).toEqual([]);
  world.run(addHolidays, { team: world.web, holidays: [{ name: 'Closed', from: '2026-02-01', to: '2026-03-31' }] });
  expect(codes(world, sprint)).toEqual(['no-working-day']);
  expect([loadOf(world.workspace, world.get(sprint)).capacity, fill(world, sprint)]).toEqual([0, '']);
  expect(sprintHours(world.workspace, world.get(sprint), '2026-03-02').capacity).toBe(0);
  expect(personLoads(world.workspace, world.get(sprint)).map(({ capacity }) => capacity)).toEqual([0, null]);
  world.start(sprint); // a warning stops nobody
});

test('a team without members has its points by its pace, no hours, and nobody to share them with', () => {
  const world = new Sprinting({ a: 3 });
  const sprint = world.sprint();
  world.plan(sprint, 'a');
  expect(loadOf(world.workspace, world.get(sprint))).toMatchObject({ load: 3, capacity: 10 });
  expect(sprintHours(world.workspace, world.get(sprint), '2026-03-02')).toMatchObject({ capacity: null, people: [{ member: null, load: 0, capacity: null }] });
  expect(personLoads(world.workspace, world.get(sprint))).toEqual([{ member: null, load: 3, cards: 1, capacity: null, daysOff: 0 }]);
});

test('a sprint that ends before it starts, or has a day of another one, is refused when it is made, changed and taken back', () => {
  const world = new Sprinting();
  const first = world.sprint(); // 2 to 13 March
  const refused = (act: () => unknown) => world.refusal(act);
  const days = { startOn: '2026-04-06', endOn: '2026-04-05' } as const;
  expect(refused(() => world.run(createSprint, { team: world.web, ...days }))).toEqual([{ code: 'date-before-start', start: days.startOn, date: days.endOn }]);
  expect(refused(() => world.run(createSprint, { team: world.web, startOn: '2026-03-13', endOn: '2026-03-20' }))).toEqual([
    { code: 'sprints-overlap', sprint: first },
  ]);
  expect(refused(() => world.run(createSprint, { team: world.web, startOn: '2026-02-20', endOn: '2026-03-02' }))).toEqual([
    { code: 'sprints-overlap', sprint: first },
  ]);
  const second = world.sprint();
  expect(refused(() => world.run(updateSprint, { sprint: second, startOn: '2026-03-13' }))).toEqual([{ code: 'sprints-overlap', sprint: first }]);
  // Making room and taking it back when it was used meanwhile.
  const { entry } = world.run(updateSprint, { sprint: first, endOn: '2026-03-06' });
  world.run(updateSprint, { sprint: second, startOn: '2026-03-09' });
  expect(refused(() => world.undo(entry))).not.toEqual([]);
  expect([world.get(first).endOn, world.get(second).startOn]).toEqual(['2026-03-06', '2026-03-09']);
  // Another team has its own days.
  const other = world.team('Zeta', 5, [APP]);
  expect(refused(() => world.run(createSprint, { team: other, startOn: '2026-03-02', endOn: '2026-03-13' }))).toEqual([]);
});

test('a state that is removed while cards are in it leaves every card in the sprint, on its board and in its flow', () => {
  const world = new Sprinting({ a: 1, b: 2, c: 3 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b');
  world.start(sprint);
  world.run(setState, { items: world.ids('a'), state: inGroup('in-review') });
  world.run(removeState, { state: inGroup('in-review'), replacement: inGroup('in-progress') });
  expect([world.cards(sprint), loadOf(world.workspace, world.get(sprint)).load]).toEqual(['a b', 3]);
  expect(world.item('a').state).toBe(inGroup('in-progress'));
  world.run(updateTeam, { team: world.web, works: 'flow', wipLimit: 2 });
  const flow = teamFlow(world.workspace, world.web);
  expect([world.titles(flow.begun), world.titles(flow.waiting), world.titles(flow.next!)]).toEqual(['a', 'b c', 'b']);
});

test('a team does not leave a product whose items are in its sprint, neither by a change nor by an undo', () => {
  const world = new Sprinting({ a: 1 });
  world.add({ w: 2 }, { product: WEB });
  const { entry } = world.run(updateTeam, { team: world.web, products: [APP, WEB] });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'w');
  const leave = () => world.run(updateTeam, { team: world.web, products: [APP] });
  expect(world.refusal(leave)).toEqual([{ code: 'left-in-sprint', item: world.id('w'), sprint }]);
  expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo' }]);
  world.plan(null, 'w');
  leave();
  expect(world.workspace.get('team', world.web).products).toEqual([APP]);
});

describe('the clock', () => {
  test('that loses or gains an hour in a sprint changes none of its days', () => {
    const world = new Sprinting(); // Berlin loses an hour on 29 March 2026, gains one on 25 October
    for (const [startOn, endOn] of [
      ['2026-03-23', '2026-04-03'],
      ['2026-10-19', '2026-10-30'],
    ] as const)
      expect(capacityOfTeam(world.workspace, world.web, { from: startOn, to: endOn })).toMatchObject({ workingDays: 10, amount: { byDays: 10 } });
    const sprint = world.sprint({ startOn: '2026-03-23', endOn: '2026-03-29' });
    // One minute to and after midnight of the last day, which is an hour shorter.
    world.now = '2026-03-29T21:59:00.000Z' as Instant;
    expect(world.refusal(() => world.run(startSprint, { sprint }))).toEqual([]);
    world.undo();
    world.now = '2026-03-29T22:01:00.000Z' as Instant;
    expect(world.refusal(() => world.run(startSprint, { sprint }))).toEqual([{ code: 'date-passed', date: '2026-03-29', today: '2026-03-30' }]);
  });

  test('is the team’s own: where it is tomorrow already, today’s hours are over', () => {
    const world = new Sprinting({ a: 1 });
    world.run(updateTeam, { team: world.web, zone: 'Pacific/Kiritimati' });
    world.run(addToTeam, { team: world.web, member: CAST.tom.id, share: 100, hoursPerDay: 6 });
    const sprint = world.sprint({ startOn: '2026-03-02', endOn: '2026-03-06' });
    world.now = '2026-03-06T09:00:00.000Z' as Instant; // 23:00 there
    expect(world.refusal(() => world.run(startSprint, { sprint }))).toEqual([]);
    world.undo();
    world.now = '2026-03-06T10:00:00.000Z' as Instant; // midnight there
    expect(world.refusal(() => world.run(startSprint, { sprint }))).toEqual([{ code: 'date-passed', date: '2026-03-06', today: '2026-03-07' }]);
    expect(sprintHours(world.workspace, world.get(sprint), '2026-03-07' as Day).capacity).toBe(0);
  });

  test('that was set back to before a sprint began when it was closed tells nothing of what its team can do', () => {
    const world = new Sprinting({ a: 5 });
    const sprint = world.sprint({ startOn: '2026-03-16', endOn: '2026-03-27' });
    world.plan(sprint, 'a');
    world.now = '2026-03-20T09:00:00.000Z' as Instant;
    world.start(sprint);
    world.now = '2026-03-10T09:00:00.000Z' as Instant;
    world.run(setState, { items: world.ids('a'), state: inGroup('done') });
    world.run(closeSprint, { sprint });
    expect(world.get(sprint)).toMatchObject({ state: 'closed' });
    world.run(editAny, { in: 'team', id: world.web, values: { pace: null } });
    expect(capacityOfTeam(world.workspace, world.web, { from: '2026-04-06', to: '2026-04-17' }).amount).toBeNull();
    const next = world.sprint(); // and the next one can be planned
    expect(world.get(next).startOn! > '2026-03-09').toBe(true);
  });
});
