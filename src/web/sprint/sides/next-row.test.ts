import { expect, test } from 'vitest';
import { nextRow } from './next-row.ts';

test('when rows leave a list, the cursor goes to the next one that stays, else to the one above', () => {
  const rows = ['a', 'b', 'c', 'd'];
  expect(nextRow(rows, 'a', new Set(['a']))).toBe('b');
  expect(nextRow(rows, 'b', new Set(['b', 'c']))).toBe('d');
  expect(nextRow(rows, 'd', new Set(['d']))).toBe('c');
  expect(nextRow(['a'], 'a', new Set(['a']))).toBeNull();
});
