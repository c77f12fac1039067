import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { releaseForecastOf } from './release-forecast.ts';
import { setShare } from '../capacity/set-share.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { itemForecast } from './item-forecast.ts';
import { schedule } from './schedule-reading.ts';
import { dayWith } from './schedule.ts';
import { scheduleOf } from './schedule-of.ts';

const WEEKS = [4, 6, 5, 7, 3, 6, 5, 8];
const inGroup = (group: string) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );

const of = (world: Planned) => scheduleOf(world.workspace, world.lines());
const days = (world: Planned, ...titles: string[]) =>
  titles.map(
    (title) =>
      of(world)
        .of(world.id(title))
        ?.days.map(({ day }) => day) ?? null,
  );
const ask = (world: Planned, title: string, as?: 'tom') =>
  itemForecast.of(as ? world.view(as) : world.workspace, { item: world.id(title) }, { now: world.now });

describe('the schedule of a product', () => {
  test('goes line by line, then by rank, at the pace of each team where there is no history: one day, and the pace is said to be assumed', () => {
    // Ten points in ten days: a (6) on the sixth day, b does not fit 2.4, c (4) on the tenth; what 2.5 takes begins after its date.
    const world = planned({ a: 6, b: 8, c: 3, d: 2 });
    const [first, second] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
    world.put(first, 'a', 'c').put(second, 'b');
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a c', 'b d']);
    expect(days(world, 'a', 'c', 'b', 'd').map((told) => told![1])).toEqual(['2026-03-09', '2026-03-12', '2026-03-25', '2026-03-27']);
    expect(of(world).of(world.id('a'))).toMatchObject({ start: '2026-03-02', isUnderWay: false, paced: [world.row('a') && world.line('2.4').teams[0]!.team] });
    expect(of(world).of(second)?.days[1]).toEqual({ with: 0.85, day: '2026-03-25' });
  });

  test('goes on more slowly while a team of whom only a pace is known is away, as its line does', () => {
    // One point a day: three fifths of it in the first week, then all. Six are done on the Wednesday of the second week.
    const world = planned({ a: 6, b: 2 });
    world.release('2.4', '2026-03-11');
    const holiday = { id: '00000000-0000-7000-9100-000000000001', team: world.lines().firstTeam!, name: 'Closed', from: '2026-03-05', to: '2026-03-06' };
    world.run(makeAny, { in: 'holiday', record: holiday });
    expect(world.line('2.4')).toMatchObject({ teams: [{ days: 6, capacity: 6, used: 6 }] });
    expect(days(world, 'a', 'b').map((told) => told![1])).toEqual(['2026-03-11', '2026-03-13']);
  });

  test('says of an epic and a feature when the last open row below them is finished', () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' });
    world.add({ feature: null }, { type: 'feature', parent: world.id('epic') });
    world.add({ a: 3, b: 4 }, { parent: world.id('feature') }).add({ c: 2 }, { parent: world.id('epic') });
    expect(days(world, 'a', 'b', 'c', 'feature', 'epic').map((told) => told![1])).toEqual([
      '2026-03-04',
      '2026-03-10',
      '2026-03-12',
      '2026-03-10',
      '2026-03-12',
    ]);
  });

  test('has a row wait for one in another product until the day on which that product’s own plan has it', () => {
    const world = planned({ a: 2 });
    const other = world.add({ there: 1 }, { product: WEB }).release('R', '2026-03-06', { product: WEB });
    world.blocks('there', 'a').put(other, 'there');
    expect(days(world, 'a')).toEqual([null]);
    world.team('Elsewhere', 10, [WEB]);
    expect(days(world, 'a')![0]![1]).toBe('2026-03-10');
  });

  test('has what needs several teams finished when each has done its part, and the rows below it wait for their turn in both', () => {
    const world = planned({ a: 2, b: 3 });
    const yonder = world.team('Yonder', 5);
    world.add({ m: 1 }, { team: yonder }).run(setTeamEstimate, { item: world.id('a'), team: yonder, points: 2 });
    // Web does a on 1 and 2, b on 3 to 5; Yonder, at half a point a day, its part of a on 1 to 4, then m on 5 and 6.
    expect(days(world, 'a', 'b', 'm').map((told) => told![1])).toEqual(['2026-03-05', '2026-03-06', '2026-03-09']);
    world.blocks('a', 'b');
    expect(days(world, 'b').map((told) => told![1])).toEqual(['2026-03-10']);
    expect(of(world).downTo(world.id('a'))![1]!.day).toBe('2026-03-05');
  });

  test('works off each part of a capacity by itself: what is kept for a category goes on beside the rest, what is kept for unplanned work is for nobody', () => {
    const world = planned({ a: 3, b: 3 }).add({ debt: 1 }, { type: 'chore' });
    const team = world.lines().firstTeam!;
    world.run(setShare, { team, category: 'technical-debt', percent: 20 });
    world.run(setShare, { team, category: null, percent: 10 });
    // One a day: a needs 3 of 70 %, which is 5 of all, b with it 6 of 70 %, which is 9, and debt 1 of 20 %, which is 5.
    expect(days(world, 'a', 'b', 'debt').map((told) => told![1])).toEqual(['2026-03-06', '2026-03-12', '2026-03-06']);
  });

  test('tells those who may see forecasts, a page of rows in rank order', () => {
    const world = planned({ a: 3, b: 4, c: 2 });
    const page = schedule.of(world.workspace, { product: APP, limit: 2 }, { now: world.now });
    expect(page.rows.map(({ item, downTo }) => [world.titles([item]), downTo![1]!.day])).toEqual([
      ['a', '2026-03-04'],
      ['b', '2026-03-10'],
    ]);
    expect(page.next).toBe(world.id('b'));
    const rest = schedule.of(world.workspace, { product: APP, limit: 2, after: world.id('b') }, { now: world.now });
    expect(rest).toMatchObject({ next: null, rows: [{ item: world.id('c') }] });
  });
});

test('line and schedule agree: what a line takes of a team is finished by its date with its confidence, what stops it is not', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ points: fc.constantFrom(1, 2, 3, 5), team: fc.nat(1), release: fc.constantFrom(null, 0, 1), type: fc.constantFrom('story', 'chore') }),
        { minLength: 2, maxLength: 14 },
      ),
      fc.boolean(),
      (rows, isKept) => {
        const world = new Planned();
        const teams = [world.team('Web', null), world.team('Mobile', null)];
        world.delivered(teams[0]!, WEEKS).delivered(teams[1]!, WEEKS.toReversed());
        const releases = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
        if (isKept) world.run(setShare, { team: teams[0]!, category: 'technical-debt', percent: 30 });
        for (const [at, { points, team, release, type }] of rows.entries()) {
          world.add({ [`row ${at}`]: points }, { team: teams[team]!, type });
          if (release !== null) world.put(releases[release]!, `row ${at}`);
        }
        const told = of(world);
        for (const line of world.lines().lines) {
          for (const row of line.taken) {
            expect(dayWith(0.85, told.of(row)!.days)! <= line.date).toBe(true);
            expect(told.chanceOf(row)).toBeGreaterThanOrEqual(0.85);
          }
          const isLast = line.id === world.lines().lines.at(-1)!.id;
          for (const { stoppedBy } of line.teams) {
            if (stoppedBy === null || !isLast) continue;
            const day = dayWith(0.85, told.of(stoppedBy)!.days);
            expect(day === null || day > line.date).toBe(true);
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

describe('the forecast of an item', () => {
  /** Three rows of 2.4, the last of which does not fit. */
  function world(weeks: readonly number[] = WEEKS): Planned {
    const made = planned({ a: 3, b: 3, c: 20 }).delivered(null, weeks);
    made.put(made.release('2.4', IN_2_WEEKS), 'a', 'b', 'c');
    return made;
  }

  test('has the chance by the date of its release, the days on which it is surer, and when everything down to it is finished', () => {
    const made = world();
    const release = made.line('2.4').release;
    const [b, c] = [ask(made, 'b'), ask(made, 'c')];
    expect(b).toMatchObject({ release, date: IN_2_WEEKS, why: null, assumed: [], isUnderWay: false, start: expect.any(String) });
    expect(b.chance).toBeGreaterThanOrEqual(0.85);
    expect(b.downTo).toEqual(b.days);
    expect(c.chance).toBeLessThan(0.85);
    // The last row of the only release is finished when the release is.
    expect(c.days).toEqual(releaseForecastOf(made.workspace, made.lines(), release).days);
    expect(c.chance).toBe(releaseForecastOf(made.workspace, made.lines(), release).chance);
  });

  test('with too little history assumes the pace and says so; without a pace nobody can say', () => {
    const made = world(WEEKS.slice(0, 5));
    const team = made.line('2.4').teams[0]!.team;
    expect(ask(made, 'b')).toMatchObject({
      why: null,
      chance: 1,
      assumed: [{ team, weeks: 5, needed: 6, pace: 10 }],
      days: Array.from({ length: 3 }, () => ({ day: '2026-03-09' })),
    });
    made.run(updateTeam, { team, pace: null });
    expect(ask(made, 'b')).toMatchObject({ why: 'no-capacity', chance: null, days: [], assumed: [{ team, weeks: 5, needed: 6, pace: null }] });
  });

  test('says why nobody can say: held, without a team, closed', () => {
    const made = world().add({ blocker: 1 }, { product: WEB }).blocks('blocker', 'a');
    expect(ask(made, 'a')).toMatchObject({ why: 'held', days: [], chance: null });
    made.run(editAny, { in: 'item', id: made.id('b'), values: { state: inGroup('done') } });
    expect(ask(made, 'b')).toMatchObject({ why: 'not-in-backlog', days: [], assumed: [] });
    const nobody = new Planned().add({ a: 1 });
    expect(ask(nobody as Planned, 'a')).toMatchObject({ why: 'no-team' });
  });

  test('of a task is that of its story, of a parent that of its last row, of what is under way without a start', () => {
    const made = world().add({ epic: null }, { type: 'epic' });
    made.add({ child: 2 }, { parent: made.id('epic') }).add({ task: null }, { type: 'task', parent: made.id('a') });
    expect(ask(made, 'task')).toMatchObject({ item: made.id('task'), days: ask(made, 'a').days });
    expect(ask(made, 'epic').days).toEqual(ask(made, 'child').days);
    made.run(editAny, { in: 'item', id: made.id('a'), values: { state: inGroup('in-progress') } });
    expect(ask(made, 'a')).toMatchObject({ isUnderWay: true, start: null });
  });

  test('in pieces is the same answer', () => {
    const made = world([...WEEKS, 9, 2]);
    const pieces = itemForecast.inPieces!(made.workspace, { item: made.id('c') }, { now: made.now });
    let pauses = 0;
    for (let step = pieces.next(); ; step = pieces.next()) {
      if (step.done) {
        expect(step.value).toEqual(ask(made, 'c'));
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(3);
  });
});
