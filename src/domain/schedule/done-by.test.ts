import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { planned } from '../../../test/builders/planned.ts';
import { doneByReading } from './done-by.ts';

test('by a day those rows are done that are finished until then, each with its own chance, and all down to one of them', () => {
  // At one point a day a is finished on 4 March; b waits for something of which nobody can say; c follows on 6, d on 13 March.
  const world = planned({ a: 3, b: 4, c: 2, d: 5 }).add({ there: 1 }, { product: WEB }).blocks('there', 'b');
  const by = (on: '2026-03-03' | '2026-03-06' | '2026-03-12') => {
    const { done, untold } = doneByReading.of(world.workspace, { product: APP, on }, { now: world.now });
    expect(untold).toBe(1);
    return done.map(({ with: share, rows, amount, downTo }) => [share, world.titles(rows), amount, downTo && world.titles([downTo])]);
  };
  expect(by('2026-03-03')).toEqual([0.5, 0.85, 0.95].map((share) => [share, '', 0, null]));
  expect(by('2026-03-06')).toEqual([0.5, 0.85, 0.95].map((share) => [share, 'a c', 5, 'c']));
  expect(by('2026-03-12')).toEqual([0.5, 0.85, 0.95].map((share) => [share, 'a c', 5, 'c']));
});

test('with a history fewer rows are done the surer one wants to be', () => {
  const world = planned(Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`row ${at}`, 3]))).delivered(null, [4, 6, 5, 7, 3, 6, 5, 8]);
  const { done } = doneByReading.of(world.workspace, { product: APP, on: '2026-03-27' }, { now: world.now });
  const [half, sure, surest] = done.map(({ rows }) => rows.length);
  expect(half! > sure! && sure! > surest! && surest! > 0).toBe(true);
  for (const { rows, downTo } of done) expect(downTo).toBe(rows.at(-1));
});
