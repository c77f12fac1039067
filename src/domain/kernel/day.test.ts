import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayIn, dayOfNumber, daysBetween, isDay, numberOfDay, weekdaysBetween, zoneSchema, type Day } from './day.ts';

const days = fc.integer({ min: numberOfDay('1900-01-01'), max: numberOfDay('2200-12-31') }).map(dayOfNumber);

test('only days of the calendar are days', () => {
  const texts = [
    '2026-02-28',
    '2024-02-29',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '26-1-1',
    '2026-02-28T00:00',
    ' 2026-02-28',
    '9999-12-31',
  ];
  expect(texts.filter(isDay)).toEqual(['2026-02-28', '2024-02-29', '9999-12-31']);
});

test('the day at an instant is that of the zone, also when clocks change', () => {
  expect(dayIn('Europe/Berlin', '2026-03-28T23:30:00.000Z')).toBe('2026-03-29');
  expect(dayIn('Europe/Berlin', '2026-03-29T21:59:59.000Z')).toBe('2026-03-29');
  expect(dayIn('Europe/Berlin', '2026-03-29T22:00:00.000Z')).toBe('2026-03-30');
  expect(dayIn('Pacific/Kiritimati', '2026-01-01T10:00:00.000Z')).toBe('2026-01-02');
  expect(dayIn('America/Los_Angeles', '2026-01-01T07:59:59.000Z')).toBe('2025-12-31');
  expect(['UTC', 'Mars/Olympus', '', '+25:99'].map((zone) => zoneSchema.safeParse(zone).success)).toEqual([true, false, false, false]);
});

test('days added are days between', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n)) - n).toBe(0);
    }),
  );
});

test('days of the week are counted as one counts them on the fingers, both ends included', () => {
  const isWeekday = (day: Day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  fc.assert(
    fc.property(days, fc.integer({ min: -3, max: 60 }), (from, length) => {
      const all = Array.from({ length: Math.max(0, length + 1) }, (_, n) => addDays(from, n));
      expect(weekdaysBetween(from, addDays(from, length))).toBe(all.filter(isWeekday).length);
    }),
  );
});
