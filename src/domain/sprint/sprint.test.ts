import { describe, expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { importedSprint } from './sprint.ts';
import { createSprint } from './create-sprint.ts';
import { startSprint } from './start-sprint.ts';
import { updateSprint } from './update-sprint.ts';

const days = (world: Sprinting, id: string) => [world.get(id).name, world.get(id).startOn, world.get(id).endOn];

describe('the next sprint of a team', () => {
  test('starts today and ends on the last working day of its weeks; the one after follows it', () => {
    const world = new Sprinting();
    expect(days(world, world.sprint())).toEqual(['Sprint 1', '2026-03-02', '2026-03-13']);
    expect(days(world, world.sprint())).toEqual(['Sprint 2', '2026-03-16', '2026-03-27']);
    expect(days(world, world.sprint({ name: 'Winter 8', endOn: '2026-04-02' }))).toEqual(['Winter 8', '2026-03-30', '2026-04-02']);
    expect(days(world, world.sprint())).toEqual(['Winter 9', '2026-04-03', '2026-04-16']);
  });
  test('keeps the cadence that the team has named, also after rounds that it left out', () => {
    const world = new Sprinting();
    world.run(editAny, { in: 'team', id: world.web, values: { sprintsFrom: '2026-02-25', sprintWeeks: 3 } }); // a Wednesday
    const first = world.sprint();
    expect(days(world, first)).toEqual(['Sprint 1', '2026-02-25', '2026-03-17']);
    world.later(60);
    expect(days(world, world.sprint())).toEqual(['Sprint 2', '2026-04-29', '2026-05-19']);
  });
  test('ends on a day on which the team works, whatever its week', () => {
    const world = new Sprinting();
    world.run(editAny, { in: 'team', id: world.web, values: { workingDays: [7, 1, 2], sprintWeeks: 1 } });
    world.later(2); // Wednesday
    expect(days(world, world.sprint())).toEqual(['Sprint 1', '2026-03-08', '2026-03-10']);
  });
  test('is the team’s own today where it is tomorrow already', () => {
    const world = new Sprinting();
    world.run(editAny, { in: 'team', id: world.web, values: { zone: 'Pacific/Kiritimati' } });
    world.now = '2026-03-02T11:00:00.000Z';
    expect(days(world, world.sprint())[1]).toBe('2026-03-03');
  });
});

describe('a sprint', () => {
  test('does not end before it starts, overlap another one of its team, or belong to a team in flow', () => {
    const world = new Sprinting();
    const first = world.sprint();
    const refused = (input: object) => world.refusal(() => world.run(createSprint, { team: world.web, ...input }));
    expect(refused({ startOn: '2026-04-10', endOn: '2026-04-09' })).toEqual([{ code: 'date-before-start', start: '2026-04-10', date: '2026-04-09' }]);
    expect(refused({ startOn: '2026-03-13' })).toEqual([{ code: 'sprints-overlap', sprint: first }]);
    expect(refused({ startOn: '2026-02-20', endOn: '2026-03-02' })).toEqual([{ code: 'sprints-overlap', sprint: first }]);
    const other = world.team('Mobile', 5);
    expect(days(world, world.sprint({}, other))[1]).toBe('2026-03-02');
    world.run(editAny, { in: 'team', id: other, values: { works: 'flow' } });
    expect(world.refusal(() => world.sprint({}, other))).toEqual([{ code: 'team-in-flow', team: other }]);
  });
  test('changes what is named until it is closed', () => {
    const world = new Sprinting();
    const [first, second] = [world.sprint(), world.sprint()];
    world.run(updateSprint, { sprint: first, goal: 'Tours load offline', endOn: '2026-03-12' });
    expect(world.get(first)).toMatchObject({ name: 'Sprint 1', goal: 'Tours load offline', endOn: '2026-03-12' });
    expect(world.refusal(() => world.run(updateSprint, { sprint: first, endOn: '2026-03-01' }))).toMatchObject([{ code: 'date-before-start' }]);
    expect(world.refusal(() => world.run(updateSprint, { sprint: first, endOn: '2026-03-16' }))).toEqual([{ code: 'sprints-overlap', sprint: second }]);
    world.run(editAny, { in: 'sprint', id: first, values: { state: 'closed' } });
    expect(world.refusal(() => world.run(updateSprint, { sprint: first, goal: 'x' }))).toEqual([{ code: 'sprint-closed', sprint: first }]);
  });
  test('that was imported is a name only', () => {
    const world = new Sprinting({ a: 1 });
    const record = importedSprint({ id: world.nextId(1), product: APP, name: 'Old 3' });
    world.run(makeAny, { in: 'sprint', record: { ...record } });
    for (const act of [() => world.plan(record.id, 'a'), () => world.run(updateSprint, { sprint: record.id, goal: 'x' }), () => world.start(record.id)])
      expect(world.refusal(act)).toEqual([{ code: 'sprint-without-team', sprint: record.id }]);
  });
  test('is started once, one at a time in a team, and not when its days are over', () => {
    const world = new Sprinting();
    const [first, second] = [world.sprint(), world.sprint()];
    const refused = (sprint: string) => world.refusal(() => world.run(startSprint, { sprint }));
    world.start(first);
    expect(world.get(first)).toMatchObject({ state: 'active', startedAt: world.now });
    expect([refused(first), refused(second)]).toEqual([[{ code: 'sprint-running', sprint: first }], [{ code: 'sprint-running', sprint: first }]]);
    world.run(editAny, { in: 'sprint', id: first, values: { state: 'closed' } });
    world.later(26); // Saturday, 28 March
    expect(refused(second)).toEqual([{ code: 'date-passed', date: '2026-03-27', today: '2026-03-28' }]);
  });
  test('is planned by who plans sprints everywhere and by its team’s own members', () => {
    const world = new Sprinting({ a: 1, b: 1 });
    const [sprint, mobile] = [world.sprint(), world.team('Mobile', 5)];
    const acts = (): unknown[] => [
      world.run(updateSprint, { sprint, goal: 'x' }, 'tom'),
      world.run(createSprint, { team: world.web }, 'tom'),
      world.run(startSprint, { sprint }, 'tom'),
    ];
    expect(world.refusal(acts)).toEqual([{ code: 'not-allowed', may: 'plan-sprints' }]);
    world.run(makeAny, { in: 'membership', record: { id: world.nextId(1), team: world.web, member: CAST.tom.id, share: 100, hoursPerDay: 6 } });
    expect(world.refusal(acts)).toEqual([]);
    expect(world.refusal(() => world.run(createSprint, { team: mobile }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'plan-sprints' }]);
  });
  test('lies in its team’s first product and takes items of all of them', () => {
    const world = new Sprinting({ a: 1 });
    world.add({ theirs: 1 }, { product: WEB });
    const both = world.team('Both', 5, [APP, WEB]);
    const [wide, narrow] = [world.sprint({}, both), world.sprint()];
    expect(world.get(wide).product).toBe(APP);
    world.plan(wide, 'theirs', 'a');
    expect(world.cards(wide).split(' ').toSorted()).toEqual(['a', 'theirs']);
    expect(world.refusal(() => world.plan(narrow, 'theirs'))).toEqual([{ code: 'other-product', item: world.id('theirs') }]);
  });
});
