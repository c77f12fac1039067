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

  test('without a year is the nearest one to a day that it belongs to, or the first from a day on', () => {
    expect(parseDay('10 Nov', today)).toBe('2027-11-10');
    expect(parseDay('10 Nov', today, { near: '2026-11-02' })).toBe('2026-11-10');
    expect(parseDay('3 Jan', today, { near: '2026-12-28' })).toBe('2027-01-03');
    expect(parseDay('30 Dec', today, { near: '2027-01-04' })).toBe('2026-12-30');
    expect(parseDay('29 Feb', today, { near: '2026-11-21' })).toBe('2028-02-29');
    expect(parseDay('10 Nov', today, { from: '2026-10-21' })).toBe('2026-11-10');
    expect(parseDay('10 Oct', today, { from: '2026-10-21' })).toBe('2027-10-10');
    expect(parseDay('10 Nov 27', today, { near: '2026-11-02' })).toBe('2027-11-10');
  });

  test('slashes are read in the order of the locale', () => {
    expect(parseDay('3/12/2027', today, { locale: 'en-US' })).toBe('2027-03-12');
    expect(parseDay('3/12/2027', today, { locale: 'en-GB' })).toBe('2027-12-03');
  });

  test('months may be named in the locale', () => {
    expect(parseDay('12. März', today, { locale: 'de' })).toBe('2027-03-12');
    expect(parseDay('1 mai', today, { locale: 'fr' })).toBe('2027-05-01');
  });
});

test.each(['', 'soon', '31.2.', '2027-02-30', '0.1.', '12 M', '13/13', '12 Mar 2027 at noon'])('%s is no day', (text) => {
  expect(parseDay(text, today)).toBeNull();
});

test('days are added over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
