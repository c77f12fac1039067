import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFrom, UUID, uuidv7 } from './ids.ts';

const mutations = fc.tuple(fc.integer({ min: 0, max: 2 ** 47 }), fc.uint8Array({ minLength: 10, maxLength: 10 })).map(([ms, random]) => uuidv7(ms, random));

test('an id is a UUID of version 7 whose time sorts', () => {
  fc.assert(
    fc.property(mutations, (id) => {
      expect(id).toMatch(UUID);
      expect(id[14]).toBe('7');
      expect('89ab').toContain(id[19]);
    }),
  );
  const random = new Uint8Array(10).fill(255);
  expect(uuidv7(1000, random) < uuidv7(1001, new Uint8Array(10))).toBe(true);
});

test('a mutation makes ids of its own, each a UUID, the same ones everywhere', () => {
  fc.assert(
    fc.property(mutations, fc.integer({ min: 1, max: 20_000 }), (mutation, n) => {
      const ids = [idFrom(mutation, n), idFrom(mutation, n + 1), mutation];
      expect(new Set(ids).size).toBe(3);
      expect(idFrom(mutation, n)).toMatch(UUID);
      expect(idFrom(mutation, n)).toBe(ids[0]);
    }),
  );
});
