import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity } from './change.ts';
import { toEnd } from './pausing.ts';
import { SortedGroup } from './sorted-group.ts';

interface Kept extends Entity {
  readonly key: string;
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const groupOf = (records: readonly Kept[]): SortedGroup<Kept> => {
  const group = new SortedGroup<Kept>();
  toEnd(group.fill(records.map((record) => ({ key: record.key, record }))));
  return group;
};

test('copies that were changed in different ways have the same mark just where they hold the same in the same order', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('1', '2', '3', null)), { maxLength: 8 });
  fc.assert(
    fc.property(moves, moves, (first, second) => {
      const start = groupOf(IDS.map((id) => ({ id, key: '2' })));
      const [one, other] = [first, second].map((changes) => changed(start.copy(), changes));
      expect(one!.group.mark === other!.group.mark).toBe(one!.order === other!.order);
      expect(one!.group.mark === start.mark).toBe(one!.order === changed(start.copy(), []).order);
    }),
  );
});

test('a record that is replaced where it stands leaves the mark as it was', () => {
  const group = groupOf([{ id: 'a', key: '1' }]);
  const before = group.mark;
  group.replace('1', { id: 'a', key: '1', version: 2 } as Kept);
  expect(group.mark).toBe(before);
});

/** Moves records to other keys, or takes them out. */
function changed(group: SortedGroup<Kept>, changes: readonly (readonly [string, string | null])[]): { group: SortedGroup<Kept>; order: string } {
  const keys = new Map<string, string | null>(IDS.map((id) => [id, '2']));
  for (const [id, key] of changes) {
    const before = keys.get(id);
    if (before != null) group.take(before, id);
    if (key !== null) group.put(key, { id, key });
    keys.set(id, key);
  }
  // The keys belong to it: equal orders by other keys may have different marks.
  return { group, order: Array.from(group, ({ id }) => `${id}${keys.get(id)}`).join(' ') };
}
