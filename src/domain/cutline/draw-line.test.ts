import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, Planned, planned } from '../../../test/builders/planned.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { drawLine } from './draw-line.ts';
import { ghostCapacity, ghostLine } from './ghost-line.ts';

const ghost = (world: Planned) => ghostLine(world.workspace, APP, { now: world.now });
const releases = (world: Planned) => Array.from(world.workspace.all('release'), ({ name, dueOn, state }) => ({ name, dueOn, state }));

describe('the ghost line', () => {
  test('stands where no open release has a date, and is gone once one has', () => {
    const world = planned({ a: 3, b: null });
    expect(ghost(world)).toEqual({ unit: 'points', pace: 10, called: 'Next', weeks: 0, isMeasured: false });
    world.release('2.4', null);
    expect(ghost(world)?.called).toBe('2.4');
    world.release('2.5', IN_2_WEEKS);
    expect(ghost(world)).toBeNull();
  });

  test('comes back when the only dated release is shipped', () => {
    const world = planned({ a: 3 });
    const release = world.release('2.4', IN_2_WEEKS);
    world.run(editAny, { in: 'release', id: release, values: { state: 'shipped' } });
    expect(ghost(world)?.called).toBe('Next');
  });
});

test('a pace that is said against the history counts until six whole weeks have followed, and the day is known', () => {
  const world = planned({ a: 3, b: 3, c: 3, d: 3, e: 3 }, null).delivered(null, [4, 6, 5, 7, 3, 6, 5]);
  world.run(drawLine, { product: APP, pace: 12, on: IN_2_WEEKS });
  const [team] = world.line('Next').teams;
  expect(team).toMatchObject({ pace: 12, weeks: 7, forecast: null, paceUntil: '2026-04-13', capacity: 12 });
  expect(world.taken('Next')).toBe('a b c d');
  world.run(updateTeam, { team: team!.team, pace: null });
  expect(world.line('Next').teams[0]).toMatchObject({ pace: null, paceUntil: null, forecast: { days: 10 } });
});

test('a pace that was said before there was enough history only stands in for it', () => {
  const world = planned({ a: 3 }, null).delivered(null, [4, 6, 5, 7, 3]);
  world.run(drawLine, { product: APP, pace: 12, on: IN_4_WEEKS });
  expect(world.line('Next').teams[0]).toMatchObject({ forecast: null, paceUntil: null, capacity: 24 });
  world.now = '2026-03-09T09:00:00.000Z';
  world.delivered(null, [6]);
  expect(world.line('Next').teams[0]).toMatchObject({ weeks: 6, paceUntil: null, forecast: { days: 15 } });
});

test('after six weeks of history the ghost line says what is delivered until a day, and is drawn without a pace', () => {
  const world = planned({ a: 1, b: 1, c: 200 }, null).delivered(null, [4, 6, 5, 7, 3, 6]);
  expect(ghost(world)).toMatchObject({ pace: null, weeks: 6, isMeasured: true });
  const capacity = ghostCapacity(world.workspace, APP, { on: IN_2_WEEKS, now: world.now });
  world.run(drawLine, { product: APP, on: IN_2_WEEKS });
  expect(world.line('Next')).toMatchObject({ taken: world.ids('a', 'b'), teams: [{ pace: null, capacity, used: 2 }] });
});

describe('drawing the line', () => {
  test('makes the team and the release where there are none, and settles the unit: one change, taken back as one', () => {
    const world = new Planned().add({ a: 6, b: 4, c: 1 }) as Planned;
    const { entry } = world.run(drawLine, { product: APP, pace: 10, on: IN_2_WEEKS });
    expect(teamsOf(world.workspace, APP)).toMatchObject([{ name: 'Trailhead', pace: 10, products: [APP], zone: 'Europe/Berlin' }]);
    expect(releases(world)).toEqual([{ name: 'Next', dueOn: IN_2_WEEKS, state: 'planned' }]);
    expect(world.workspace.get('product', APP).unit).toBe('points');
    expect(world.taken('Next')).toBe('a b');
    world.undo(entry);
    expect([teamsOf(world.workspace, APP), releases(world), world.workspace.get('product', APP).unit]).toEqual([[], [], null]);
  });

  test('dates the first open release without a date, and sets the pace of the team that is there', () => {
    const world = planned({ a: 6 }, 3);
    world.release('2.6', null);
    world.run(drawLine, { product: APP, pace: 12, on: IN_2_WEEKS });
    expect(releases(world)).toEqual([{ name: '2.6', dueOn: IN_2_WEEKS, state: 'planned' }]);
    expect(teamsOf(world.workspace, APP)).toMatchObject([{ name: 'Web', pace: 12 }]);
  });

  test('under another name makes a release of that name and leaves the undated one', () => {
    const world = planned({ a: 6 });
    world.release('2.6', null);
    world.run(drawLine, { product: APP, pace: 12, on: IN_2_WEEKS, name: 'Spring', unit: 'items' });
    expect(releases(world)).toEqual([
      { name: '2.6', dueOn: null, state: 'planned' },
      { name: 'Spring', dueOn: IN_2_WEEKS, state: 'planned' },
    ]);
    expect(world.lines().unit).toBe('items');
  });

  test('pressed twice makes nothing twice', () => {
    const world = planned({ a: 6 });
    for (let press = 0; press < 2; press++) world.run(drawLine, { product: APP, pace: 10, on: IN_2_WEEKS, name: 'Next' });
    expect(releases(world)).toHaveLength(1);
  });

  test("is refused for a day that has passed in the product's zone, and for who does not plan", () => {
    const world = planned({ a: 6 });
    expect(world.refusal(() => world.run(drawLine, { product: APP, pace: 10, on: '2026-03-01' }))).toEqual([
      { code: 'date-passed', date: '2026-03-01', today: '2026-03-02' },
    ]);
    for (const who of ['tom', 'sam', 'gus'] as const) {
      expect(world.refusal(() => world.run(drawLine, { product: APP, pace: 10, on: IN_2_WEEKS }, who))).toMatchObject([{ code: 'not-allowed' }]);
    }
    expect(world.refusal(() => world.run(drawLine, { product: APP, pace: 10, on: IN_2_WEEKS }, 'pia'))).toEqual([]);
  });
});
