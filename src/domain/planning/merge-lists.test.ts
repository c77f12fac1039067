import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLists } from './merge-lists.ts';

const A = ['a1', 'a2', 'a3', 'a4'];
const B = ['b1', 'b2', 'b3'];
const merged = (lists: readonly string[][], keys: Readonly<Record<string, string>>) => mergeLists(lists, (id) => keys[id] ?? null).order.join(' ');

test('what no hand has put anywhere comes in turn, one of each list', () => {
  expect(merged([A, B], {})).toBe('a1 b1 a2 b2 a3 b3 a4');
  expect(merged([A], {})).toBe('a1 a2 a3 a4');
  expect(merged([[], B, []], {})).toBe('b1 b2 b3');
  expect(merged([], {})).toBe('');
});

test('what a hand has put stands by its key, with what is above it in its own list; the rest comes below, in turn of their places', () => {
  expect(merged([A, B], { a1: 'b', a2: 'c', b1: 'd' })).toBe('a1 a2 b1 b2 a3 b3 a4');
  expect(merged([A, B], { b2: 'a', a1: 'b' })).toBe('b1 b2 a1 a2 a3 b3 a4'); // b1 comes along with b2
  expect(merged([['new', ...A], B], { a1: 'b', a2: 'd', b1: 'c' })).toBe('new a1 b1 a2 b2 b3 a3 a4');
});

test('after a list was ordered anew, what moved in it stands where the list has it, and the others stay', () => {
  const keys = { a1: 'a', b1: 'b', a2: 'c', b2: 'd', a3: 'e' };
  expect(
    merged(
      [
        ['a1', 'a2', 'a3'],
        ['b1', 'b2'],
      ],
      keys,
    ),
  ).toBe('a1 b1 a2 b2 a3');
  expect(
    merged(
      [
        ['a2', 'a3', 'a1'],
        ['b1', 'b2'],
      ],
      keys,
    ),
  ).toBe('b1 a2 b2 a3 a1'); // a1 to the bottom
  expect(
    merged(
      [
        ['a3', 'a1', 'a2'],
        ['b1', 'b2'],
      ],
      keys,
    ),
  ).toBe('a3 a1 b1 a2 b2'); // a3 to the top
});

test('whatever the keys, everything stands once, every list in its own order, and the same always comes out', () => {
  const lists = fc
    .tuple(...[0, 1, 2].map((list) => fc.nat(7).map((count) => Array.from({ length: count }, (_, at) => `${'abc'[list]}${at}`))))
    .map((all) => all as string[][]);
  const keys = fc.dictionary(
    fc.constantFrom(...['a', 'b', 'c'].flatMap((list) => [0, 1, 2, 3, 4, 5, 6].map((at) => `${list}${at}`))),
    fc.constantFrom('m', 'n', 'o', 'p', 'q', 'r'),
  );
  fc.assert(
    fc.property(lists, keys, (all, keyed) => {
      const { order, keys: kept } = mergeLists(all, (id) => keyed[id] ?? null);
      expect(order.toSorted()).toEqual(all.flat().toSorted());
      for (const list of all) expect(order.filter((id) => list.includes(id))).toEqual(list);
      const byKey = order.flatMap((id) => kept.get(id) ?? []);
      expect(byKey).toEqual(byKey.toSorted());
      expect(mergeLists(all, (id) => keyed[id] ?? null).order).toEqual(order);
      expect(mergeLists(all, (id) => kept.get(id) ?? null).order).toEqual(order); // keys that go against a list might as well not be
    }),
  );
});
