import { expect, test } from 'vitest';
import { milestoneRows } from './milestone-rows.ts';

test('labels near each other stand in rows of their own, and a row is used again where there is room', () => {
  const at = (fromPx: number) => ({ fromPx, letters: 4 }); // 118 px wide
  expect(milestoneRows([at(0), at(50), at(118), at(100)])).toEqual([0, 1, 0, 2]);
  expect(milestoneRows([])).toEqual([]);
});
