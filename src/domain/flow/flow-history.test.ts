import { describe, expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { World } from '../../../test/builders/world.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { collections } from '../collections.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { factsOf } from '../kernel/fact.ts';
import { percentile } from './flow-figures.ts';
import { flowHistory, type FlowHistory } from './flow-history.ts';

const stateOf = (wanted: StateGroup) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex(({ group }) => group === wanted),
  );

function historyOf(world: World, day: Day, product = APP): FlowHistory {
  const kinds = new Set(flowHistory.follows.map((one) => `${one.in} ${one.field}`));
  let state = flowHistory.start(world.workspace, { product });
  for (const entry of world.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = flowHistory.step(state, fact);
  return flowHistory.answer(state, day);
}

/** Moves an item to the first state of a group on a day of March. */
function enter(world: World, title: string, [group, on]: readonly [group: StateGroup, on: number]): void {
  world.now = `2026-03-${String(on).padStart(2, '0')}T09:00:00.000Z`;
  world.run(editAny, { in: 'item', id: world.id(title), values: { state: stateOf(group) } });
}

/** Made on Monday, 2 March. */
function fourItems(): World {
  const world = new World().add({ a: 3, b: 5, c: 1, d: null });
  enter(world, 'a', ['in-progress', 3]);
  enter(world, 'b', ['in-progress', 4]);
  enter(world, 'a', ['in-review', 5]);
  enter(world, 'a', ['done', 6]);
  enter(world, 'c', ['in-progress', 9]);
  enter(world, 'c', ['done', 9]);
  enter(world, 'b', ['done', 13]);
  enter(world, 'd', ['in-progress', 16]);
  return world;
}

describe('the flow of a product', () => {
  test('tells what was finished in each whole week, worked out by hand here', () => {
    expect(historyOf(fourItems(), '2026-03-18').weeks).toEqual([
      { from: '2026-03-02', items: 1, points: 3 },
      { from: '2026-03-09', items: 2, points: 6 },
    ]);
    // The week that is not over yet is not told.
    expect(historyOf(fourItems(), '2026-03-15').weeks).toEqual([{ from: '2026-03-02', items: 1, points: 3 }]);
  });

  test('tells how long each item took, both days counted, and within how many days half, 85 and 95 % were finished', () => {
    const world = fourItems();
    const { finished, percentiles } = historyOf(world, '2026-03-18');
    expect(finished.map(({ item, on, days }) => `${world.workspace.get('item', item).title} ${on} ${days}`)).toEqual([
      'a 2026-03-06 4',
      'c 2026-03-09 1',
      'b 2026-03-13 10',
    ]);
    expect(percentiles).toEqual({ p50: 4, p85: 10, p95: 10 });
    expect(historyOf(new World(), '2026-03-18').percentiles).toBeNull();
  });

  test('what was in the trash for a while took as long as it took', () => {
    const world = fourItems();
    const inTrash = (trashedAt: string | null) => world.run(editAny, { in: 'item', id: world.id('a'), values: { trashedAt } });
    const before = historyOf(world, '2026-03-18').finished;
    inTrash(world.now);
    world.later(1);
    inTrash(null);
    expect(historyOf(world, '2026-03-18').finished).toEqual(before);
  });

  test('tells how long what is under way has been, the oldest first', () => {
    const world = fourItems();
    enter(world, 'a', ['in-progress', 17]);
    const { underWay } = historyOf(world, '2026-03-18');
    expect(underWay.map(({ item, since, days }) => `${world.workspace.get('item', item).title} ${since} ${days}`)).toEqual([
      'd 2026-03-16 3',
      'a 2026-03-17 2',
    ]);
  });

  test('counts items by state at the end of each day', () => {
    const days = historyOf(fourItems(), '2026-03-18').days.filter(({ day }) =>
      ['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-09', '2026-03-18'].includes(day),
    );
    expect(days.map(({ items }) => Object.values(items))).toEqual([
      [0, 0, 0, 0, 0],
      [4, 0, 0, 0, 0],
      [2, 0, 1, 1, 0],
      [1, 0, 1, 0, 2],
      [0, 0, 1, 0, 3],
    ]);
  });

  test('leaves out what is parked or in the trash, tasks, parents beside their children, and other products', () => {
    const world = new World().add({ epic: 20 }, { type: 'epic' });
    world
      .add({ child: 1 }, { parent: world.id('epic') })
      .add({ task: null }, { type: 'task', parent: world.id('child') })
      .add({ parked: 1, trashed: 1 });
    world.add({ theirs: 1 }, { product: WEB });
    world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
    world.run(editAny, { in: 'item', id: world.id('trashed'), values: { trashedAt: world.now } });
    expect(historyOf(world, '2026-03-02').days.at(-1)?.items.backlog).toBe(1);
    expect(historyOf(world, '2026-03-02').days).toHaveLength(91);
  });
});

test('days are the product’s own, also those that are an hour shorter or longer', () => {
  const world = new World().add({ a: 1, b: 1 });
  const at = (instant: string, title: string, group: StateGroup) => {
    world.now = instant as Instant;
    world.run(editAny, { in: 'item', id: world.id(title), values: { state: stateOf(group) } });
  };
  at('2026-03-28T23:30:00.000Z', 'a', 'in-progress'); // half past midnight of the 29th, which loses an hour
  at('2026-03-30T21:59:00.000Z', 'a', 'done'); // a minute to midnight of the 30th
  at('2026-10-24T21:30:00.000Z', 'b', 'in-progress'); // half past eleven of the evening before the 25th, which gains one
  at('2026-10-25T23:30:00.000Z', 'b', 'done'); // half past midnight of the 26th
  const { finished, weeks, days } = historyOf(world, '2026-11-01');
  expect(finished.map(({ on, days: took }) => `${on} ${took}`)).toEqual(['2026-10-26 3']); // a was finished too long ago
  expect(historyOf(world, '2026-04-05').finished.map(({ on, days: took }) => `${on} ${took}`)).toContain('2026-03-30 2');
  expect(weeks.map(({ from, items }) => `${from} ${items}`)).toEqual([]);
  expect(historyOf(world, '2026-11-02').weeks.map(({ from, items }) => `${from} ${items}`)).toEqual(['2026-10-26 1']);
  expect([days.length, new Set(days.map(({ day }) => day)).size]).toEqual([91, 91]);
});

test('a percentile is the smallest number that so large a share does not exceed', () => {
  const numbers = [9, 1, 3, 2, 4, 6, 5, 8, 7, 10];
  expect([0.5, 0.85, 0.95].map((share) => percentile(numbers, share))).toEqual([5, 9, 10]);
  expect(percentile([], 0.5)).toBeNull();
});
