import { describe, expect, test } from 'vitest';
import { addDays, parseDay } from './parse-day.ts';

const today = '2026-11-21';

describe('a day as people write it', () => {
  test.each([
    ['2027-03-12', '2027-03-12'],
    ['12 Mar', '2027-03-12'],
    ['12 march 2028', '2028-03-12'],
    ['Mar 12', '2027-03-12'],
    ['March 12th, 2028', '2028-03-12'],
    ['12.3.', '2027-03-12'],
    ['12.3', '2027-03-12'],
    ['12.03.2027', '2027-03-12'],
    ['12.3.27', '2027-03-12'],
    ['12/3', '2027-03-12'],
    ['24 Dec', '2026-12-24'],
    ['21 Nov', '2026-11-21'],
    ['20 nov', '2027-11-20'],
    ['29 Feb', '2028-02-29'],
    ['today', '2026-11-21'],
    ['tomorrow', '2026-11-22'],
    ['+10', '2026-12-01'],
    ['+2w', '2026-12-05'],
    ['  12 Mar ', '2027-03-12'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text, today)).toBe(day);
  });

  test('slashes are read in the order of the locale', () => {
    expect(parseDay('3/12/2027', today, 'en-US')).toBe('2027-03-12');
    expect(parseDay('3/12/2027', today, 'en-GB')).toBe('2027-12-03');
  });

  test('months may be named in the locale', () => {
    expect(parseDay('12. März', today, 'de')).toBe('2027-03-12');
    expect(parseDay('1 mai', today, 'fr')).toBe('2027-05-01');
  });
});

test.each(['', 'soon', '31.2.', '2027-02-30', '0.1.', '12 M', '13/13', '12 Mar 2027 at noon'])('%s is no day', (text) => {
  expect(parseDay(text, today)).toBeNull();
});

test('days are added over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
