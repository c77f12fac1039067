import { expect, test } from 'vitest';
import { groupedRows, headingOf } from './grouped-rows.ts';

const item = (id: string, ...tags: string[]) => ({ id, tags });

test('items stand once each under the tag that most of them have, the largest group first', () => {
  const rows = groupedRows([item('1', 'maps', 'winter'), item('2', 'winter'), item('3', 'huts'), item('4'), item('5', 'winter', 'huts')]);
  expect(rows).toEqual(['group:winter', '1', '2', '5', 'group:huts', '3', 'group:', '4']);
  expect(rows.map(headingOf)).toEqual(['winter', null, null, null, 'huts', null, '', null]);
});

test('without any tag there is no heading, and nothing gives nothing', () => {
  expect(groupedRows([item('1'), item('2')])).toEqual(['1', '2']);
  expect(groupedRows([])).toEqual([]);
});
