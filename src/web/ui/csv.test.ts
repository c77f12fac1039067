import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('every cell is quoted, and none is taken for a formula', () => {
  const rows = [
    ['a', 'say "b"', ''],
    ['=1+1', '-3', '-2.5', '-x', '@sum', '+1'],
  ];
  expect(csvOf(rows)).toBe('\uFEFF"a","say ""b""",""\r\n"\'=1+1","-3","-2.5","\'-x","\'@sum","\'+1"');
});
