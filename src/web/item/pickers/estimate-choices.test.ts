import { expect, test } from 'vitest';
import { estimateOf, estimateTyped, estimateWords, idOfEstimate } from './estimate-choices.ts';

test('a choice stands for one estimate, and an unknown one for none', () => {
  for (const estimate of [{ kind: 'points', value: 13 } as const, { kind: 'size', value: 'XL' } as const])
    expect(estimateOf(idOfEstimate(estimate))).toEqual(estimate);
  expect([estimateOf('hours'), estimateOf('size:huge')]).toEqual([null, null]);
});

test('one digit sets so many points at once, everything else waits for Enter', () => {
  expect(estimateTyped('5')).toEqual({ kind: 'points', value: 5 });
  expect(['', 'm', '13', 'a'].map(estimateTyped)).toEqual([null, null, null, null]);
});

test('an estimate is said with its unit', () => {
  const hours = (original: number | null, remaining: number | null, spent: number | null) => estimateWords({ kind: 'hours', original, remaining, spent });
  expect(estimateWords({ kind: 'points', value: 1 })).toBe('1 point');
  expect(estimateWords({ kind: 'points', value: 1284.5 })).toBe('1,284.5 points');
  expect(estimateWords({ kind: 'size', value: 'M' })).toBe('Size M');
  expect(hours(8, 6, 2)).toBe('6 of 8 hours left, 2 spent');
  expect(hours(8, null, null)).toBe('8 hours');
  expect(hours(null, 3, null)).toBe('3 hours left');
  expect(hours(null, null, null)).toBe('Hours, not said how many');
});
