import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAUSE_AFTER, sorted, toEnd } from './pausing.ts';

test('sorting with pauses gives what sorting at once gives, equals in the order in which they came', () => {
  const length = fc.integer({ min: 0, max: PAUSE_AFTER * 5 });
  fc.assert(
    fc.property(length, fc.integer({ min: 1, max: 1_000_000 }), fc.integer(), (count, spread, seed) => {
      let last = seed >>> 0;
      const random = (): number => (last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0);
      const list = Array.from({ length: count }, (_, at) => ({ key: random() % spread, at }));
      const order = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(toEnd(sorted(list, order))).toEqual(list.toSorted(order));
    }),
    { numRuns: 20 },
  );
});

test('a list that is sorted already stays as it is', () => {
  const list = Array.from({ length: PAUSE_AFTER * 3 + 1 }, (_, at) => at);
  expect(toEnd(sorted(list, (a, b) => a - b))).toEqual(list);
});

test('a long list is sorted in many pieces', () => {
  const list = Array.from({ length: PAUSE_AFTER * 8 }, (_, at) => (at * 7919) % 10_007);
  expect([...sorted(list, (a, b) => a - b)].length).toBeGreaterThan(16);
});
