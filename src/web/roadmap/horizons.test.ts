import { expect, test } from 'vitest';
import type { Day } from '../../domain/kernel/day.ts';
import { horizons } from './horizons.ts';

const at = (name: string, from: Day, to: Day = from) => ({ name, bar: { from, to } });

test('what takes today is now, what begins soon is next, what comes after or has no day is later, and what is over stands last', () => {
  const all = [
    at('over', '2026-02-01', '2026-03-01'),
    at('under way', '2026-02-01', '2026-03-20'),
    at('fair today', '2026-03-02'),
    at('fair yesterday', '2026-03-01'),
    at('soon', '2026-05-31'),
    at('after', '2026-06-01'),
    { name: 'undated', bar: null },
  ];
  const found = horizons(all, { today: '2026-03-02', soon: '2026-05-31' });
  expect(found.map(({ name, inIt }) => [name, ...inIt.map((one) => one.name)])).toEqual([
    ['Now', 'under way', 'fair today'],
    ['Next', 'soon'],
    ['Later', 'after', 'undated'],
    ['Past', 'over', 'fair yesterday'],
  ]);
});
