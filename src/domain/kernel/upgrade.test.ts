import { expect, test } from 'vitest';
import type { Fields } from './change.ts';
import type { Entry } from './entry.ts';
import { upgrade, upgradeEntry, type Upgrade } from './upgrade.ts';

const renamed: Upgrade = { to: 2, in: 'thing', fields: ({ name, ...rest }) => (name === undefined ? rest : { ...rest, title: name }) };
const added: Upgrade = { to: 3, in: 'thing', fields: (fields, of) => (of === 'whole' ? { ...fields, size: null } : fields) };
const upgrades = [renamed, added];

const entry = (model: number, changes: Entry['changes']): Entry => ({
  seq: 1,
  at: '2026-01-01T00:00:00.000Z',
  actor: null,
  verb: 'make',
  mutation: 'm',
  act: null,
  reason: null,
  model,
  claims: [],
  changes,
});

test('an old value takes every step since its version, in order, and a value of today none', () => {
  const old: Fields = { id: 'a', name: 'A' };
  expect(upgrade(upgrades, { collection: 'thing', version: 1, of: 'whole' }, old)).toEqual({ id: 'a', title: 'A', size: null });
  expect(upgrade(upgrades, { collection: 'thing', version: 2, of: 'whole' }, { id: 'a', title: 'A' })).toEqual({ id: 'a', title: 'A', size: null });
  expect(upgrade(upgrades, { collection: 'thing', version: 3, of: 'whole' }, old)).toBe(old);
  expect(upgrade(upgrades, { collection: 'other', version: 1, of: 'whole' }, old)).toBe(old);
});

test('an old entry is shown as one of today: records get new fields, changes only what they name', () => {
  const old = entry(1, [
    { op: 'create', in: 'thing', record: { id: 'a', name: 'A' } as never },
    { op: 'update', in: 'thing', id: 'a', from: { name: 'A' }, to: { name: 'B' }, sets: { tags: { add: ['x'], remove: [] } } },
  ]);
  const today = upgradeEntry(upgrades, old, 3);
  expect(today.model).toBe(3);
  expect(today.changes).toEqual([
    { op: 'create', in: 'thing', record: { id: 'a', title: 'A', size: null } },
    { op: 'update', in: 'thing', id: 'a', from: { title: 'A' }, to: { title: 'B' }, sets: { tags: { add: ['x'], remove: [] } } },
  ]);
});

test('an entry of a newer version is not read', () => {
  expect(() => upgradeEntry(upgrades, entry(4, []), 3)).toThrow('newer version');
});
