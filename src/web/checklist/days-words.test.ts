import { expect, test } from 'vitest';
import { daysWords } from './days-words.ts';

test('how far from the date something is due is said in whole weeks, or in days', () => {
  expect([-14, -7, -1, 0, 1, 10].map(daysWords)).toEqual([
    '2 weeks before the date',
    '1 week before the date',
    '1 day before the date',
    'on the date',
    '1 day after the date',
    '10 days after the date',
  ]);
});
