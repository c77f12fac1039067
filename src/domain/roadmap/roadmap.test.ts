import { describe, expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { promiseItem } from './promise-item.ts';
import { scheduleOf } from '../schedule/schedule-of.ts';
import { likelySpan, roadmap, roadmapFacts, roadmapFrom } from './roadmap.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const TODAY = '2026-03-02';

const entry = (world: Planned, id: string) =>
  roadmapFrom(roadmapFacts(world.workspace, world.lines()), scheduleOf(world.workspace, world.lines())).entries.find((one) => one.id === id);

/** Two releases of ten points each, and an epic whose rows reach into both. */
function spread(): Planned {
  const world = planned({}).add({ epic: null }, { type: 'epic' });
  world.add({ a: 8, b: 6 }, { parent: world.id('epic') }).add({ idea: null }, { type: 'epic' });
  world.release('2.4', IN_2_WEEKS);
  world.release('2.5', IN_4_WEEKS);
  return world as Planned;
}

describe('the bar of a release', () => {
  test("runs from its start, else the previous release's date, else today, to its date, and is promised", () => {
    const world = planned({});
    const [first, second, third] = [
      world.release('2.4', IN_2_WEEKS),
      world.release('2.5', IN_4_WEEKS),
      world.release('2.6', '2026-05-01', { startOn: '2026-04-01' }),
    ];
    expect(entry(world, first)?.bar).toEqual({ from: TODAY, to: IN_2_WEEKS, isPromised: true });
    expect(entry(world, second)?.bar).toEqual({ from: IN_2_WEEKS, to: IN_4_WEEKS, isPromised: true });
    expect(entry(world, third)?.bar).toEqual({ from: '2026-04-01', to: '2026-05-01', isPromised: true });
  });

  test('is missing without a date; a shipped release goes before, a cancelled one does not count', () => {
    const world = planned({});
    const [shipped, cancelled, next, undated] = [
      world.release('2.3', '2026-03-03'),
      world.release('2.3b', '2026-03-05'),
      world.release('2.4', IN_2_WEEKS),
      world.release('2.6', null),
    ];
    world.run(editAny, { in: 'release', id: shipped, values: { state: 'shipped' } });
    world.run(editAny, { in: 'release', id: cancelled, values: { state: 'cancelled' } });
    expect(entry(world, undated)?.bar).toBeNull();
    expect(entry(world, cancelled)).toBeUndefined();
    expect(entry(world, next)?.bar?.from).toBe('2026-03-03');
  });

  test('tells how many of its rows do not fit', () => {
    const world = planned({ a: 8, b: 8 });
    const id = world.release('2.4', IN_2_WEEKS);
    world.put(id, 'a', 'b');
    expect(entry(world, id)?.drift).toEqual({ code: 'does-not-fit', promised: IN_2_WEEKS, rows: 1 });
  });
});

/** The working days of a and b, and of what comes after them, at a pace of one a day: the room left before the first date is lost. */
const A_ENDS = '2026-03-11';
const B_ENDS = '2026-03-23';

describe('the bar of an epic', () => {
  test('is computed from the likely begin of its first open row to the day by which the last is finished with 85 %', () => {
    const world = spread();
    expect(entry(world, world.id('epic'))).toEqual({
      kind: 'epic',
      id: world.id('epic'),
      name: 'epic',
      progress: { done: 0, of: 2 },
      aboveTheLine: { above: 2, of: 2 },
      bar: { from: TODAY, to: B_ENDS, isPromised: false },
      computed: { from: TODAY, to: B_ENDS },
      drift: null,
    });
    world.run(editAny, { in: 'item', id: world.id('b'), values: { parkedAt: world.now } });
    expect(entry(world, world.id('epic'))?.bar?.to).toBe(A_ENDS);
    world.run(editAny, { in: 'item', id: world.id('a'), values: { parkedAt: world.now } });
    world.add({ later: 3 }, { parent: world.id('epic') });
    // Idea, which counts 6 as the middle of 8, 6 and 3, is worked on first.
    expect(entry(world, world.id('epic'))?.bar).toEqual({ from: '2026-03-09', to: '2026-03-12', isPromised: false });
  });

  test('with a history it reaches to the 85 % day, and between the 50 and the 95 % days it is likely finished', () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' });
    world.add({ a: 8, b: 6 }, { parent: world.id('epic') });
    world.delivered(null, [4, 6, 5, 7, 3, 6, 5, 8]);
    const schedule = scheduleOf(world.workspace, world.lines());
    const [early, sure, late] = schedule.of(world.id('b'))!.days.map(({ day }) => day);
    const told = entry(world as Planned, world.id('epic'))!;
    expect(told.bar).toEqual({ from: TODAY, to: sure, isPromised: false });
    expect(likelySpan(told, schedule)).toEqual({ from: early, to: late });
    expect(early! < sure! && sure! < late!).toBe(true);
  });

  test('reaches through features, and an epic without children stands for itself', () => {
    const world = planned({}).add({ epic: null, alone: 4 }, { type: 'epic' });
    world.add({ feature: null }, { type: 'feature', parent: world.id('epic') }).add({ story: 3 }, { parent: world.id('feature') });
    expect(['alone', 'epic'].map((title) => entry(world as Planned, world.id(title))?.bar?.to)).toEqual(['2026-03-05', '2026-03-10']);
  });

  test('is not there before the schedule is worked out; what was promised is', () => {
    const world = spread();
    world.run(promiseItem, { item: world.id('epic'), on: IN_2_WEEKS });
    const { entries } = roadmapFrom(roadmapFacts(world.workspace, world.lines()), null);
    const epics = entries.filter(({ kind }) => kind === 'epic');
    expect(epics).toMatchObject([
      { bar: { to: IN_2_WEEKS, isPromised: true }, computed: null, drift: null },
      { bar: null, computed: null, drift: null },
    ]);
  });

  test('without either it stands in the lane of those without a date', () => {
    const world = planned({}, null).add({ epic: null }, { type: 'epic' }).add({ closed: null }, { type: 'epic', state: DONE });
    expect(entry(world as Planned, world.id('epic'))).toMatchObject({ bar: null, computed: null, drift: null });
    expect(entry(world as Planned, world.id('closed'))).toBeUndefined();
  });

  test("promised it ends where it was promised, the plan stands behind, and a promise before the plan is drift; unpinned it is the plan's again", () => {
    const world = spread();
    const epic = world.id('epic');
    world.run(promiseItem, { item: epic, on: IN_2_WEEKS });
    expect(entry(world, epic)).toMatchObject({
      bar: { from: TODAY, to: IN_2_WEEKS, isPromised: true },
      computed: { to: B_ENDS },
      drift: { code: 'promised-before-computed', promised: IN_2_WEEKS, computed: B_ENDS },
    });
    world.run(promiseItem, { item: epic, on: IN_4_WEEKS });
    expect(entry(world, epic)?.drift).toBeNull();
    world.run(promiseItem, { item: epic, on: null });
    expect(entry(world, epic)?.bar?.isPromised).toBe(false);
    world.run(promiseItem, { item: world.id('idea'), on: '2026-06-01' });
    expect(entry(world, world.id('idea'))).toMatchObject({ bar: { to: '2026-06-01', isPromised: true } });
  });
});

test('a promise is for today or later, of something open, and made by who may', () => {
  const world = spread();
  const epic = world.id('epic');
  const refused = (on: string, who = 'ada') => world.refusal(() => world.run(promiseItem, { item: epic, on: on as never }, who)).map(({ code }) => code);
  expect(refused('2026-03-01')).toEqual(['date-passed']);
  for (const who of ['tom', 'sam']) expect(refused(IN_2_WEEKS, who)).toEqual(['not-allowed']);
  expect(refused(IN_2_WEEKS, 'pia')).toEqual([]);
  world.run(editAny, { in: 'item', id: epic, values: { parkedAt: world.now } });
  expect(refused(IN_4_WEEKS)).toEqual(['not-open']);
  expect(world.refusal(() => world.run(promiseItem, { item: epic, on: null }))).toEqual([]);
});

test('as the API gives it, an entry says how far it is and how much of it a line takes', () => {
  const world = spread();
  const release = world.line('2.4').release;
  world.put(release, 'a').run(editAny, { in: 'item', id: world.id('a'), values: { state: DONE } });
  const { entries } = roadmap.of(world.workspace, { product: APP }, { now: world.now });
  expect(entries.find(({ id }) => id === world.id('epic'))).toMatchObject({ name: 'epic', progress: { done: 1, of: 2 }, aboveTheLine: { above: 1, of: 1 } });
  expect(entries.find(({ id }) => id === release)).toMatchObject({ name: '2.4', progress: { done: 1, of: 1 }, aboveTheLine: null });
  expect(entries.map(({ kind }) => kind)).toEqual(['release', 'release', 'epic', 'epic']);
});
