import { expect, test } from 'vitest';
import { hoursLeft, withHours } from './hours.ts';

test('hours that are first thought are all to do until somebody says what is left', () => {
  const first = withHours(null, { original: 8 });
  expect(first).toEqual({ kind: 'hours', original: 8, remaining: 8, spent: null });
  const begun = withHours(first, { remaining: 5 });
  expect(withHours(begun, { spent: 4 })).toEqual({ kind: 'hours', original: 8, remaining: 5, spent: 4 });
  expect(withHours(begun, { original: 6 })).toMatchObject({ original: 6, remaining: 5 });
  expect(withHours(null, { remaining: 2 })).toMatchObject({ original: null, remaining: 2 });
  expect(withHours(first, { original: null, remaining: null })).toBeNull();
});

test('a first thought that is corrected before the work begins is corrected in what is left', () => {
  const slip = withHours(null, { original: 80 });
  expect(withHours(slip, { original: 8 })).toEqual({ kind: 'hours', original: 8, remaining: 8, spent: null });
  expect(withHours(withHours(slip, { spent: 1 }), { original: 8 })).toMatchObject({ original: 8, remaining: 80, spent: 1 });
  expect(withHours(slip, { original: 8, remaining: 5 })).toMatchObject({ original: 8, remaining: 5 });
});

test('what is left is as last said, else as first thought; points and sizes are no hours', () => {
  expect(hoursLeft({ kind: 'hours', original: 8, remaining: 5, spent: 4 })).toBe(5);
  expect(hoursLeft({ kind: 'hours', original: 8, remaining: null, spent: 4 })).toBe(8);
  expect(hoursLeft({ kind: 'hours', original: 8, remaining: 0, spent: 9 })).toBe(0);
  expect(hoursLeft({ kind: 'hours', original: null, remaining: null, spent: 1 })).toBeNull();
  expect([hoursLeft({ kind: 'points', value: 3 }), hoursLeft(null)]).toEqual([null, null]);
});
