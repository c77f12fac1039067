import { ZodError } from 'zod';
import { describe, expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { membershipsOf } from './membership.ts';
import { addHolidays, MOST_HOLIDAYS, removeHoliday } from './holidays.ts';
import { holidaysOf, timeOffOf } from './days-off.ts';
import { addToTeam, removeFromTeam, updateMembership } from './memberships.ts';
import { addTimeOff, removeTimeOff } from './time-off.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { createTeam } from './create-team.ts';

const teamOf = (world: Planned): string => world.lines().firstTeam!;
const people = (world: Planned) => Array.from(world.workspace.list(membershipsOf, teamOf(world)));
const holidays = (world: Planned) => Array.from(world.workspace.list(holidaysOf, teamOf(world)), ({ name, from, to }) => `${name} ${from} ${to}`);
const TOM = CAST.tom.id;
const NOT_ALLOWED = [{ code: 'not-allowed', may: 'set-capacity' }];

describe('people of a team', () => {
  test('are added with a share of their time and hours a day, changed and taken out, and all that is undone', () => {
    const world = planned({});
    const team = teamOf(world);
    const membership = world.run(addToTeam, { team, member: TOM }).made[0]!;
    expect(people(world)).toMatchObject([{ member: TOM, share: 100, hoursPerDay: 6 }]);
    world.run(updateMembership, { membership, share: 60, hoursPerDay: 7.5 });
    expect(people(world)).toMatchObject([{ share: 60, hoursPerDay: 7.5 }]);
    world.run(removeFromTeam, { membership });
    expect(people(world)).toEqual([]);
    world.undo();
    expect(people(world)).toMatchObject([{ share: 60, hoursPerDay: 7.5 }]);
  });

  test('are in it once, also when two undos would have it otherwise', () => {
    const world = planned({});
    const team = teamOf(world);
    const membership = world.run(addToTeam, { team, member: TOM }).made[0]!;
    expect(world.refusal(() => world.run(addToTeam, { team, member: TOM, share: 10 }))).toEqual([{ code: 'same-twice', what: 'This person' }]);
    const { entry } = world.run(removeFromTeam, { membership });
    world.run(addToTeam, { team, member: TOM, share: 10 });
    expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo' }]);
    expect(people(world)).toMatchObject([{ share: 10 }]);
  });

  test('a share of nothing, of more than all or of no number, and hours that no day has, are not taken', () => {
    const world = planned({});
    const team = teamOf(world);
    for (const given of [
      { share: 0 },
      { share: 101 },
      { share: -5 },
      { share: Number.NaN },
      { share: Infinity },
      { hoursPerDay: 0 },
      { hoursPerDay: 25 },
      { hoursPerDay: Number.NaN },
    ])
      expect(() => world.run(addToTeam, { team, member: TOM, ...given }), JSON.stringify(given)).toThrow(ZodError);
    expect(people(world)).toEqual([]);
  });

  test('may plan its sprints, and so the team cannot give that itself', () => {
    const world = planned({});
    const team = teamOf(world);
    world.run(addToTeam, { team, member: TOM }, 'pia');
    expect(world.refusal(() => world.run(addToTeam, { team, member: CAST.ada.id }, 'tom'))).toEqual(NOT_ALLOWED);
    expect(world.refusal(() => world.run(updateMembership, { membership: people(world)[0]!.id, share: 5 }, 'tom'))).toEqual(NOT_ALLOWED);
  });
});

describe('how a team works', () => {
  test('is said when it is named or later: sprints or flow, working days, length, WIP limit, zone', () => {
    const world = planned({});
    const id = world.run(createTeam, { name: 'Flow', products: [APP], works: 'flow', wipLimit: 4, workingDays: [4, 1, 1] }).made[0]!;
    expect(world.workspace.get('team', id)).toMatchObject({ works: 'flow', wipLimit: 4, workingDays: [1, 4], sprintWeeks: 2, sprintsFrom: null });
    world.run(updateTeam, {
      team: id,
      works: 'sprints',
      workingDays: [1, 2, 3, 4, 7],
      sprintWeeks: 3,
      sprintsFrom: '2026-03-02',
      wipLimit: null,
      zone: 'Asia/Tokyo',
    });
    const sprints = { works: 'sprints', workingDays: [1, 2, 3, 4, 7], sprintWeeks: 3, sprintsFrom: '2026-03-02', wipLimit: null, zone: 'Asia/Tokyo' };
    expect(world.workspace.get('team', id)).toMatchObject(sprints);
    world.undo();
    expect(world.workspace.get('team', id)).toMatchObject({ works: 'flow', wipLimit: 4, workingDays: [1, 4], zone: 'Europe/Berlin' });
  });

  test('no working day at all, an eighth day, sprints of no week and a limit of nothing are not taken', () => {
    const world = planned({});
    const wrong = [
      { workingDays: [] },
      { workingDays: [8] },
      { workingDays: [0] },
      { workingDays: [1.5] },
      { sprintWeeks: 0 },
      { sprintWeeks: Number.NaN },
      { wipLimit: 0 },
    ];
    for (const given of wrong) expect(() => world.run(updateTeam, { team: teamOf(world), ...given }), JSON.stringify(given)).toThrow(ZodError);
  });
});

describe('holidays', () => {
  test('are added one by one or as a calendar, each once, and taken away', () => {
    const world = planned({});
    const team = teamOf(world);
    const easter = { name: 'Easter', from: '2026-04-03', to: '2026-04-06' } as const;
    const may = { name: 'May Day', from: '2026-05-01', to: '2026-05-01' } as const;
    world.run(addHolidays, { team, holidays: [easter] });
    world.run(addHolidays, { team, holidays: [may, easter, may] });
    expect(holidays(world)).toEqual(['Easter 2026-04-03 2026-04-06', 'May Day 2026-05-01 2026-05-01']);
    expect(world.run(addHolidays, { team, holidays: [easter, may] }).entry).toBeNull();
    world.run(removeHoliday, { holiday: world.workspace.list(holidaysOf, team).at(0)!.id });
    expect(holidays(world)).toEqual(['May Day 2026-05-01 2026-05-01']);
  });

  test('that end before they start are refused, and with them the whole list', () => {
    const world = planned({});
    const list = [
      { name: 'a', from: '2026-04-03', to: '2026-04-03' },
      { name: 'b', from: '2026-04-03', to: '2026-04-02' },
    ] as const;
    expect(world.refusal(() => world.run(addHolidays, { team: teamOf(world), holidays: [...list] }))).toEqual([
      { code: 'date-before-start', start: '2026-04-03', date: '2026-04-02' },
    ]);
    expect(holidays(world)).toEqual([]);
  });

  test('are not endless, and are not for the team to give itself', () => {
    const world = planned({});
    const team = teamOf(world);
    const all = Array.from({ length: MOST_HOLIDAYS }, (_, at) => ({ name: `Day ${at}`, from: '2026-04-03', to: '2026-04-03' }) as const);
    world.run(addHolidays, { team, holidays: all });
    const more = { team, holidays: [{ name: 'more', from: '2026-04-03', to: '2026-04-03' } as const] };
    expect(world.refusal(() => world.run(addHolidays, more))).toEqual([{ code: 'too-many', what: 'Holidays of a team', most: MOST_HOLIDAYS }]);
    expect(world.refusal(() => world.run(addHolidays, more, 'tom'))).toEqual(NOT_ALLOWED);
  });
});

describe('time off', () => {
  const days = { from: '2026-03-05', to: '2026-03-06' } as const;

  test('is everybody’s own to say, and that of others for who plans capacity', () => {
    const world = planned({});
    const timeOff = world.run(addTimeOff, { member: TOM, ...days }, 'tom').made[0]!;
    expect(world.refusal(() => world.run(addTimeOff, { member: CAST.ada.id, ...days }, 'tom'))).toEqual(NOT_ALLOWED);
    const others = world.run(addTimeOff, { member: CAST.ada.id, ...days }, 'pia').made[0]!;
    expect(world.refusal(() => world.run(removeTimeOff, { timeOff: others }, 'tom'))).toEqual(NOT_ALLOWED);
    world.run(removeTimeOff, { timeOff }, 'tom');
    expect(world.workspace.list(timeOffOf, TOM).length).toBe(0);
  });

  test('that ends before it starts is refused', () => {
    const world = planned({});
    const backwards = { member: TOM, from: days.to, to: days.from } as const;
    expect(world.refusal(() => world.run(addTimeOff, backwards))).toEqual([{ code: 'date-before-start', start: days.to, date: days.from }]);
  });

  test('is not for stakeholders and guests to see', () => {
    const world = planned({});
    world.run(addTimeOff, { member: TOM, ...days });
    expect([...world.view('tom').all('timeOff')]).toHaveLength(1);
    for (const who of ['sam', 'gus'] as const) expect([...world.view(who).all('timeOff')]).toEqual([]);
  });
});
