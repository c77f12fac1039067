import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listed, withoutRows, withRows, type Rows } from './rows.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-e]{1,3}$/), { maxLength: 12 });

/** Every answer of rows is that of the plain list that they stand for. */
function expectSame(rows: Rows, list: readonly string[]): void {
  expect(rows.slice()).toEqual(list);
  expect(rows.length).toBe(list.length);
  expect(Array.from({ length: list.length + 2 }, (_, n) => rows.at(n))).toEqual([...list, undefined, undefined]);
  expect(list.map((id) => rows.indexOf(id))).toEqual(list.map((_, at) => at));
  expect(rows.indexOf('not here')).toBe(-1);
  expect(rows.slice(1, 3)).toEqual(list.slice(1, 3));
}

test('rows with others put in answer as the list with them put in does', () => {
  fc.assert(
    fc.property(ids, fc.array(fc.nat(12), { maxLength: 5 }), (list, places) => {
      const put = places
        .map((place) => Math.min(place, list.length))
        .toSorted((a, b) => a - b)
        .map((at, n) => ({ at, id: `line ${n}` }));
      const plain = [...list];
      put.forEach(({ at, id }, n) => plain.splice(at + n, 0, id));
      expectSame(withRows(listed(list), put), plain);
    }),
  );
});

test('rows without some answer as the list without them does, and so do both together', () => {
  fc.assert(
    fc.property(ids, ids, (list, gone) => {
      const left = list.filter((id) => !gone.includes(id));
      expectSame(withoutRows(listed(list), gone), left);
      const at = left.length >> 1;
      expectSame(withRows(withoutRows(listed(list), gone), [{ at, id: 'back' }]), [...left.slice(0, at), 'back', ...left.slice(at)]);
    }),
  );
});
