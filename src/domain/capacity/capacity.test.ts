import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdaysBetween, type Day } from '../kernel/day.ts';
import { capacityOf, dayOfWorkingDay, windowOf, workingDaysFor } from './capacity.ts';

const MONDAY: Day = '2026-03-02';

describe('the days of a line', () => {
  test('run from today to its date, both counted, weekends aside', () => {
    expect(windowOf({ today: MONDAY, previous: null, date: '2026-03-13' })).toEqual({ from: MONDAY, to: '2026-03-13', workingDays: 10 });
    expect(windowOf({ today: MONDAY, previous: null, date: MONDAY }).workingDays).toBe(1);
    expect(windowOf({ today: '2026-03-07', previous: null, date: '2026-03-08' }).workingDays).toBe(0);
  });

  test('go on from the day after the previous line, never from before today', () => {
    expect(windowOf({ today: MONDAY, previous: '2026-03-13', date: '2026-03-20' })).toEqual({ from: '2026-03-14', to: '2026-03-20', workingDays: 5 });
    expect(windowOf({ today: MONDAY, previous: '2026-02-20', date: '2026-03-06' }).from).toBe(MONDAY);
    expect(windowOf({ today: MONDAY, previous: '2026-03-13', date: '2026-03-13' }).workingDays).toBe(0);
    expect(windowOf({ today: MONDAY, previous: null, date: '2026-02-27' }).workingDays).toBe(0);
  });
});

describe('capacity', () => {
  test('is pace × working days ÷ 10, rounded down', () => {
    expect(capacityOf(23, 9)).toBe(20);
    expect(capacityOf(7, 8)).toBe(5);
    expect(capacityOf(0, 10)).toBe(0);
  });

  test('does not lose a point to how machines write tenths', () => {
    expect(capacityOf(2.3, 100)).toBe(23);
    expect(capacityOf(1.1, 10)).toBe(1);
  });
});

test('the working days for an amount are the fewest whose capacity holds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 160 }), (halves, paceHalves) => {
      const [amount, pace] = [halves / 2, paceHalves / 2];
      const days = workingDaysFor(amount, pace)!;
      expect(capacityOf(pace, days)).toBeGreaterThanOrEqual(amount);
      expect(capacityOf(pace, days - 1)).toBeLessThan(amount);
    }),
  );
  expect(workingDaysFor(5, 0)).toBeNull();
  expect(workingDaysFor(100_000, 0.0001)).toBeNull();
});

test('the n-th working day is the first day until which there are n', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 400 }), (shift, n) => {
      const from = addDays(MONDAY, shift);
      const day = dayOfWorkingDay(from, n);
      expect(weekdaysBetween(from, day)).toBe(n);
      expect(weekdaysBetween(from, addDays(day, -1))).toBe(n - 1);
    }),
  );
});
