import { describe, expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { promiseItem } from './promise-item.ts';
import { roadmap, roadmapOf } from './roadmap.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const TODAY = '2026-03-02';

const entry = (world: Planned, id: string) => roadmapOf(world.workspace, world.lines()).entries.find((one) => one.id === id);

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

describe('the bar of an epic', () => {
  test('is computed from the first start to the last date among the releases whose lines take an open child of it', () => {
    const world = spread();
    expect(entry(world, world.id('epic'))).toEqual({
      kind: 'epic',
      id: world.id('epic'),
      bar: { from: TODAY, to: IN_4_WEEKS, isPromised: false },
      computed: { from: TODAY, to: IN_4_WEEKS },
      drift: null,
    });
    world.run(editAny, { in: 'item', id: world.id('b'), values: { parkedAt: world.now } });
    expect(entry(world, world.id('epic'))?.bar?.to).toBe(IN_2_WEEKS);
  });

  test('reaches through features, and an epic without children stands for itself', () => {
    const world = planned({}).add({ epic: null, alone: 4 }, { type: 'epic' });
    world.add({ feature: null }, { type: 'feature', parent: world.id('epic') }).add({ story: 3 }, { parent: world.id('feature') });
    world.release('2.4', IN_2_WEEKS);
    for (const title of ['epic', 'alone']) expect(entry(world as Planned, world.id(title))?.bar?.to).toBe(IN_2_WEEKS);
  });

  test('without either it stands in the lane of those without a date', () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' }).add({ closed: null }, { type: 'epic', state: DONE });
    expect(entry(world as Planned, world.id('epic'))).toMatchObject({ bar: null, computed: null, drift: null });
    expect(entry(world as Planned, world.id('closed'))).toBeUndefined();
  });

  test("promised it ends where it was promised, the plan stands behind, and a promise before the plan is drift; unpinned it is the plan's again", () => {
    const world = spread();
    const epic = world.id('epic');
    world.run(promiseItem, { item: epic, on: IN_2_WEEKS });
    expect(entry(world, epic)).toMatchObject({
      bar: { from: TODAY, to: IN_2_WEEKS, isPromised: true },
      computed: { to: IN_4_WEEKS },
      drift: { code: 'promised-before-computed', promised: IN_2_WEEKS, computed: IN_4_WEEKS },
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
