import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfNumber, type Day } from '../../domain/kernel/day.ts';
import { axisOf, timeScale } from './time-scale.ts';

const day = fc.integer({ min: 0, max: 30_000 }).map(dayOfNumber);
const step = fc.constantFrom('month', 'quarter');

test('a day is found again from where it is drawn', () => {
  fc.assert(
    fc.property(day, step, fc.integer({ min: 0, max: 900 }), (first, by, ahead) => {
      const scale = timeScale({ step: by, first, last: addDays(first, 400), leastPx: 800 });
      const wanted = addDays(first, ahead % 400);
      expect(scale.toDay(scale.toPx(wanted))).toBe(wanted);
    }),
  );
});

test('every day from first to last lies on the axis, which is as wide as the page', () => {
  fc.assert(
    fc.property(day, step, fc.integer({ min: 0, max: 1500 }), (first, by, days) => {
      const scale = timeScale({ step: by, first, last: addDays(first, days), leastPx: 1200 });
      expect(scale.toPx(first)).toBeGreaterThanOrEqual(0);
      expect(scale.toPx(addDays(first, days))).toBeLessThan(scale.widthPx);
      expect(scale.widthPx).toBeGreaterThanOrEqual(1200);
    }),
  );
});

test('the names of the stretches follow each other without a gap from the left edge to the right', () => {
  fc.assert(
    fc.property(day, step, (first, by) => {
      const { ticks, widthPx } = timeScale({ step: by, first, last: addDays(first, 300), leastPx: 500 });
      expect(ticks[0]!.fromPx).toBe(0);
      ticks.forEach((tick, at) => expect(tick.fromPx + tick.widthPx).toBeCloseTo(ticks[at + 1]?.fromPx ?? widthPx, 6));
    }),
  );
});

test('a year that was mistyped leaves the axis a plan: what lies beyond it ends at its edge', () => {
  const days: Day[] = ['0206-03-01', '2026-03-13', '2026-04-10', '9999-12-31'];
  for (const by of ['month', 'quarter'] as const) {
    const scale = timeScale({ step: by, ...axisOf(days, '2026-03-02'), leastPx: 800 });
    expect(scale.ticks.length).toBeLessThan(200);
    expect(days.map(scale.toPx)).toEqual([0, scale.toPx('2026-03-13'), scale.toPx('2026-04-10'), scale.widthPx]);
    expect(scale.toPx(addDays('9999-12-31', 1))).toBe(scale.widthPx);
    expect(scale.toDay(scale.toPx('2026-03-13'))).toBe('2026-03-13');
  }
  expect(axisOf(['2026-03-13', '2026-01-01'], '2026-03-02')).toEqual({ first: '2026-01-01', last: '2026-03-13' });
});

test('a quarter is named with its months', () => {
  const { ticks } = timeScale({ step: 'quarter', first: '2026-11-21' as Day, last: '2027-02-01', leastPx: 100 });
  expect(ticks[0]).toMatchObject({ label: 'Q4 2026', sub: 'Oct to Dec' });
});
