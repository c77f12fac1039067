import { describe, expect, test } from 'vitest';
import { APP, fixedId, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { planned } from '../../../test/builders/planned.ts';
import { World } from '../../../test/builders/world.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { collections } from '../collections.ts';
import type { Estimate } from '../estimation/estimate.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { factsOf } from '../kernel/fact.ts';
import { updateTeam } from './update-team.ts';
import { measuredPace, type MeasuredPaceAnswer } from './measured-pace.ts';
import { paceFrom } from './pace.ts';

const NEWEST: Day = '2026-02-27';
const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const DECLINED = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'declined'),
);
const OPEN = stateId(APP, 0);

/** Amounts finished so many days before the newest day. */
const finished = (...amounts: [ago: number, amount: number][]) => amounts.map(([ago, amount]) => ({ day: addDays(NEWEST, -ago), amount }));

describe('the pace of a past', () => {
  test('is the median of the six whole fortnights before the newest day, which itself is in none', () => {
    const past = finished([0, 99], [1, 20], [14, 3], [15, 25], [30, 10], [50, 30], [60, 21], [84, 40], [85, 500]);
    const { pace, fortnights, why } = paceFrom(past);
    expect(fortnights.map(({ amount }) => amount)).toEqual([40, 21, 30, 10, 25, 23]);
    expect(fortnights.at(-1)).toEqual({ from: '2026-02-13', to: '2026-02-26', amount: 23 });
    expect([pace, why]).toEqual([24, null]);
  });

  test('leaves leading empty fortnights out and counts empty ones between', () => {
    const { pace, fortnights } = paceFrom(finished([0, 1], [3, 8], [40, 4]));
    expect(fortnights.map(({ amount }) => amount)).toEqual([4, 0, 8]);
    expect(pace).toBe(4);
  });

  test('is none with nothing finished, with fewer than three fortnights, and with a median of 0, and says which', () => {
    expect(paceFrom([])).toEqual({ pace: null, fortnights: [], why: 'nothing-finished' });
    expect(paceFrom(finished([0, 5]))).toEqual({ pace: null, fortnights: [], why: 'too-short' });
    expect(paceFrom(finished([0, 5], [20, 5]))).toMatchObject({ pace: null, fortnights: [{ amount: 5 }, { amount: 0 }], why: 'too-short' });
    expect(paceFrom(finished([0, 5], [60, 5]))).toMatchObject({ pace: null, why: 'median-zero' });
  });
});

function measured(world: World, product = APP): MeasuredPaceAnswer {
  const kinds = new Set(measuredPace.follows.map((one) => `${one.in} ${one.field}`));
  let state = measuredPace.start(world.workspace, { product });
  for (const entry of world.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = measuredPace.step(state, fact);
  return measuredPace.answer(state, '2026-03-02');
}

const amounts = (world: World) => {
  const { points, items } = measured(world);
  return [points.fortnights.map(({ amount }) => amount), items.fortnights.map(({ amount }) => amount)];
};

/** Moves an item to a state on a day before it came here, as an import tells it. */
const enter = (world: World, title: string, [state, happenedOn]: readonly [state: string, happenedOn: Day]) =>
  world.run(editAny, { in: 'item', id: world.id(title), values: { state }, happenedOn });

describe('measured pace', () => {
  test('counts what was finished on the day it happened, in points and in items', () => {
    const world = new World().add({ a: 5, b: 3, c: null, d: 8, e: 1 });
    enter(world, 'a', [DONE, '2026-01-05']);
    enter(world, 'b', [DONE, '2026-01-20']);
    enter(world, 'c', [DONE, '2026-01-21']);
    enter(world, 'd', [DONE, '2026-02-03']);
    enter(world, 'e', [DONE, '2026-02-16']);
    expect(amounts(world)).toEqual([
      [5, 3, 8],
      [1, 2, 1],
    ]);
    expect(measured(world)).toMatchObject({ unit: 'points', points: { pace: 5, why: null }, items: { pace: 1, why: null } });
  });

  test('counts sizes by the table of the product and hours by the rate of the team, as a line does, and what nobody estimated not at all', () => {
    const world = planned({ points: 5, size: null, hours: null, nothing: null, newest: 1 });
    const team = world.lines().firstTeam!;
    const estimate = (title: string, given: Estimate) => world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: given } });
    estimate('size', { kind: 'size', value: 'L' }); // 5 by the usual table
    estimate('hours', { kind: 'hours', original: 24, remaining: 0, spent: 30 });
    for (const [at, title] of ['points', 'size', 'hours', 'nothing'].entries()) enter(world, title, [DONE, addDays('2026-01-01', at * 14)]);
    enter(world, 'newest', [DONE, '2026-02-25']);
    expect(amounts(world)[0]).toEqual([5, 5, 0, 0]); // nobody has said what an hour is
    world.run(updateTeam, { team, hoursPerPoint: 6 });
    expect(amounts(world)).toEqual([
      [5, 5, 4, 0],
      [1, 1, 1, 1],
    ]);
  });

  test("takes the day in the product's zone for what happened here", () => {
    const world = new World().add({ a: 5, b: 1 });
    enter(world, 'b', [DONE, '2026-03-05']);
    world.now = '2026-03-04T23:30:00.000Z';
    world.run(editAny, { in: 'item', id: world.id('a'), values: { state: DONE } });
    expect(measured(world).points).toMatchObject({ pace: null, fortnights: [], why: 'too-short' });
  });

  test('an item counts once, on the last day it was finished, with the estimate it has now; opened again or in the trash not at all', () => {
    const world = new World().add({ a: 5, again: 3, open: 8, trashed: 13, newest: 1 });
    for (const title of ['a', 'again', 'open', 'trashed']) enter(world, title, [DONE, '2026-01-05']);
    enter(world, 'again', [OPEN, '2026-01-10']);
    enter(world, 'again', [DONE, '2026-02-10']);
    enter(world, 'open', [OPEN, '2026-01-10']);
    world.run(editAny, { in: 'item', id: world.id('trashed'), values: { trashedAt: world.now } });
    world.run(editAny, { in: 'item', id: world.id('a'), values: { estimate: { kind: 'points', value: 6 } } });
    enter(world, 'newest', [DONE, '2026-02-16']);
    expect(amounts(world)).toEqual([
      [6, 0, 3],
      [1, 0, 1],
    ]);
  });

  test('counts what a line counts: no task, and no parent beside its children', () => {
    const world = new World().add({ epic: 20 }, { type: 'epic' }).add({ alone: 8 }, { type: 'epic' });
    world.add({ a: 5, b: 3 }, { parent: world.id('epic') });
    world.add({ 'a one': 1, 'a two': 1 }, { type: 'task', parent: world.id('a') });
    enter(world, 'alone', [DONE, '2026-01-05']);
    for (const title of ['a one', 'a two', 'a']) enter(world, title, [DONE, '2026-01-20']);
    enter(world, 'b', [DONE, '2026-02-03']);
    enter(world, 'epic', [DONE, '2026-02-03']);
    world.add({ newest: 1 });
    enter(world, 'newest', [DONE, '2026-02-16']);
    expect(amounts(world)).toEqual([
      [8, 5, 3],
      [1, 1, 1],
    ]);
  });

  test('declining is not finishing, and what came here closed on an unknown day is not counted', () => {
    const world = new World().add({ a: 5 });
    world.run(makeAny, { in: 'item', record: { ...world.item('a'), id: fixedId(0x999), title: 'closed', rank: 'z', state: DONE } });
    enter(world, 'a', [DECLINED, '2026-01-05']);
    expect(measured(world).items.why).toBe('nothing-finished');
  });

  test('looks at one product only', () => {
    const world = new World().add({ a: 5 });
    enter(world, 'a', [DONE, '2026-01-05']);
    expect(measured(world, WEB).items.why).toBe('nothing-finished');
    expect(measured(world).items.why).toBe('too-short');
  });
});
