import { expect, test } from 'vitest';
import { rollUpWords } from './roll-up-words.ts';

const none = { parts: 3, done: 0, points: 0, pointsDone: 0, hours: 0, hoursLeft: 0, sizes: {}, unestimated: 0 };

test('only what is there is said, each kind of estimate by itself', () => {
  expect(rollUpWords({ ...none, unestimated: 3 })).toBe('0 of 3 done · 3 not estimated');
  expect(rollUpWords({ ...none, done: 2, points: 21, pointsDone: 8, sizes: { L: 1, XS: 2 }, hours: 40, hoursLeft: 12.5 })).toBe(
    '2 of 3 done · 8 of 21 points · 2 XS · 1 L · 12.5 of 40 h left',
  );
  expect(rollUpWords({ ...none, points: 1 })).toBe('0 of 3 done · 1 point');
});
