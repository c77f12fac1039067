import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test.each([
  ['23', 'en-GB', 23],
  ['1,284.5', 'en-GB', 1284.5],
  ['1.284,5', 'de', 1284.5],
  ['1 284,5', 'fr', 1284.5],
  ['0.5', 'en-GB', 0.5],
  ['.5', 'en-GB', 0.5],
  ['−3', 'en-GB', -3],
  ['23 points', 'en-GB', 23],
  ['999999999999', 'en-GB', 999999999999],
])('%s in %s is %d', (text, locale, value) => {
  expect(parseNumber(text, locale)).toBe(value);
});

test.each(['', 'many', '1e308', '1.2.3', '--1', 'Infinity'])('%s is no number', (text) => {
  expect(parseNumber(text)).toBeNull();
});
