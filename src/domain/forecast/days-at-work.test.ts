import { expect, test } from 'vitest';
import { dayAtWork, daysAtWork } from './days-at-work.ts';

/** A Monday; the second week has two holidays of five days, in the third half of the team is away. */
const weeks = { today: '2026-03-02', ahead: [1, 0.6, 0.5, 1] } as const;

test('the days of a window count as far as they are worked', () => {
  expect(daysAtWork(weeks, { from: '2026-03-02', to: '2026-03-06' })).toBe(5);
  expect(daysAtWork(weeks, { from: '2026-03-02', to: '2026-03-13' })).toBe(8);
  expect(daysAtWork(weeks, { from: '2026-03-11', to: '2026-03-17' })).toBe(2.8); // three days of the second week, two of the third
  expect(daysAtWork(weeks, { from: '2026-03-16', to: '2026-04-03' })).toBe(12.5); // and two whole weeks after it
  expect(daysAtWork(weeks, { from: '2026-03-06', to: '2026-03-02' })).toBe(0);
  expect(daysAtWork({ ...weeks, ahead: [] }, { from: '2026-03-02', to: '2026-03-13' })).toBe(10);
});

test('a day is found until which so many have been worked, and it is the first one', () => {
  for (const days of [1, 5, 5.5, 8, 9, 10.5, 12, 40]) {
    const to = dayAtWork(weeks, { from: '2026-03-02', days })!;
    expect(daysAtWork(weeks, { from: '2026-03-02', to })).toBeGreaterThanOrEqual(days);
    const before = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10) as typeof to;
    expect(daysAtWork(weeks, { from: '2026-03-02', to: before })).toBeLessThan(days);
  }
  expect(dayAtWork({ ...weeks, ahead: [1, 0] }, { from: '2026-03-02', days: 6 })).toBeNull();
});
