import { expect, test } from 'vitest';
import type { Day } from '../../domain/kernel/day.ts';
import { dateWords, downToWords, rangeWords } from './finish-words.ts';

const days = (...on: Day[]) => [0.5, 0.85, 0.95].map((share, at) => ({ with: share, day: on[at] ?? on[0]! }));

test('where a pace stands in for history no likelihood is told: one day, and whether it is before the date', () => {
  const one = { days: days('2026-03-12'), paced: ['web'] };
  expect(rangeWords(one, '2026-03-02')).toBe('by 12 Mar');
  expect(downToWords(one, '2026-03-02')).toBe('All down to here: by 12 Mar');
  expect(dateWords({ ...one, chance: 1, date: '2026-03-13' }, '2026-03-02')).toBe('in time for 13 Mar');
  expect(dateWords({ ...one, chance: 0, date: '2026-03-11' }, '2026-03-02')).toBe('too late for 11 Mar');
});

test('from history come a range and a likelihood, also where only another team’s pace was assumed', () => {
  const range = { days: days('2026-03-03', '2026-03-12', '2026-03-20'), paced: ['web'] };
  expect(downToWords(range, '2026-03-02')).toBe('All down to here: 85 % by 12 Mar');
  expect(dateWords({ ...range, chance: 0.85, date: '2026-03-13' }, '2026-03-02')).toBe('85 % by 13 Mar');
});
