import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny, removeAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned } from '../../../test/builders/planned.ts';
import { moveItems } from '../backlog/move-items.ts';
import { aboveTheLine } from './above-the-line.ts';
import { cutline } from './cutline.ts';
import { markOf, rowsAbove } from './mark.ts';

test('the answer has the lines and the rows in rank order, page by page', () => {
  const world = planned({ a: 6, held: 1, b: 4, c: null, d: 1 }).blocks('d', 'held');
  const [first, second] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
  world.put(first, 'a').put(first, 'c');
  const ask = (input: { limit: number; after?: string }) => cutline.of(world.workspace, { product: APP, after: undefined, ...input }, { now: world.now });
  const all = ask({ limit: 100 });
  const team = world.lines().firstTeam;
  expect(all).toMatchObject({
    unit: 'points',
    guessed: 0,
    lines: [
      {
        id: first,
        release: first,
        date: IN_2_WEEKS,
        after: world.id('b'),
        teams: [{ team, capacity: 10, used: 10 }],
        fill: [world.id('b')],
        takeOut: [world.id('c')],
      },
      { id: second, release: second, date: IN_4_WEEKS, after: world.id('d'), teams: [{ team, capacity: 10, used: 1 }], fill: [world.id('d')], takeOut: [] },
    ],
    next: null,
  });
  expect(all.rows).toMatchObject([
    { item: world.id('a'), line: first, mark: 'filled', reason: null },
    { item: world.id('held'), line: first, mark: 'none', reason: { code: 'held', by: world.id('d') } },
    { item: world.id('b'), line: first, mark: 'hollow', reason: null },
    { item: world.id('c'), line: second, mark: 'coral', reason: { code: 'full', line: first, needs: 2.5, room: 0 } },
    { item: world.id('d'), line: second, mark: 'hollow', reason: null },
  ]);
  const pages = [ask({ limit: 2 }), ask({ limit: 2, after: world.id('held') }), ask({ limit: 2, after: world.id('c') })];
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
  expect(pages.map(({ next }) => next)).toEqual([world.id('held'), world.id('c'), null]);
});

test('a page goes on where its last row stood, also when that one has left the backlog', () => {
  const world = planned({ a: 1, b: 1, c: 1 });
  world.run(editAny, { in: 'item', id: world.id('b'), values: { parkedAt: world.now } });
  const { rows } = cutline.of(world.workspace, { product: APP, limit: 5, after: world.id('b') }, { now: world.now });
  expect(rows.map(({ item }) => item)).toEqual([world.id('c')]);
});

test('everybody who sees the product is answered the same', () => {
  const world = planned({ a: 6, b: 6 });
  world.release('2.4', IN_2_WEEKS);
  const answers = (['ada', 'tom', 'sam', 'gus'] as const).map((who) =>
    cutline.of(world.view(who), { product: APP, limit: 9, after: undefined }, { now: world.now }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('a parent says how many of its open rows a line takes, tasks and closed ones aside', () => {
  const world = planned({}).add({ epic: null }, { type: 'epic' }).add({ feature: null }, { type: 'feature' });
  world.run(editAny, { in: 'item', id: world.id('feature'), values: { parent: world.id('epic') } });
  world.add({ a: 4, b: 4 }, { parent: world.id('feature') }).add({ c: 4, parked: 1 }, { parent: world.id('epic') });
  world.add({ task: null }, { type: 'task', parent: world.id('a') });
  world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
  world.release('2.4', IN_2_WEEKS);
  const above = (title: string) => aboveTheLine(world.workspace, world.lines(), world.item(title));
  expect([above('epic'), above('feature'), above('a')]).toEqual([{ above: 2, of: 3 }, { above: 2, of: 2 }, null]);
});

test('how many rows stand above a line is known without walking them, for what a filter hides', () => {
  const world = planned({ a: 6, later: 1, b: 4, c: 1 });
  world.release('2.4', IN_2_WEEKS);
  world.put(world.release('2.6', null), 'later');
  expect(rowsAbove(world.workspace, world.line('2.4'))).toBe(3);
  world.run(moveItems, { product: APP, items: [world.id('c')], place: { to: 'top' } });
  expect([world.taken('2.4'), rowsAbove(world.workspace, world.line('2.4'))]).toEqual(['c a', 2]);
});

test('a row may be asked with the lines of a moment ago, when a row was still there that is gone now', () => {
  const world = planned({ a: 5, last: 5, stopper: 5, small: 1 });
  world.release('2.4', IN_2_WEEKS);
  const lines = world.lines();
  for (const title of ['last', 'stopper']) world.run(removeAny, { in: 'item', id: world.id(title) });
  expect(markOf(world.workspace, lines, world.item('small')).mark).toBe('none');
  expect(markOf(world.workspace, lines, world.item('a')).mark).toBe('hollow');
});
