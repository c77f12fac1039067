import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowGeometry } from './row-geometry.ts';

describe('where rows stand', () => {
  const rows = rowGeometry(10, 34, [
    { index: 7, px: 44 },
    { index: 3, px: 32 },
  ]);

  test('a row starts where the one above it ends', () => {
    expect([0, 3, 4, 7, 8].map(rows.topOf)).toEqual([0, 102, 134, 236, 280]);
    expect(rows.totalPx).toBe(348);
  });

  test('the row at a distance is the one that covers it', () => {
    expect([0, 33, 34, 102, 133, 134, 279, 280].map(rows.indexAt)).toEqual([0, 0, 1, 3, 3, 4, 7, 8]);
  });

  test('a distance outside the list is held within it', () => {
    expect(rows.indexAt(-50)).toBe(0);
    expect(rows.indexAt(9999)).toBe(9);
  });

  test('an empty list has no height', () => {
    expect(rowGeometry(0, 34).totalPx).toBe(0);
    expect(rowGeometry(0, 34).indexAt(10)).toBe(0);
  });
});

test('for any heights, tops add up and are found again', () => {
  const odd = fc.uniqueArray(fc.record({ index: fc.nat(199), px: fc.integer({ min: 20, max: 80 }) }), { selector: ({ index }) => index });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), odd, (count, heights) => {
      const rows = rowGeometry(count, 34, heights);
      let top = 0;
      for (let index = 0; index < count; index += 1) {
        expect(rows.topOf(index)).toBe(top);
        expect(rows.indexAt(top)).toBe(index);
        expect(rows.indexAt(top + rows.heightOf(index) - 1)).toBe(index);
        top += rows.heightOf(index);
      }
      expect(rows.totalPx).toBe(top);
    }),
  );
});
