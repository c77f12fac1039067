import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { dump } from '../../../test/builders/dump.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import type { World } from '../../../test/builders/world.ts';
import { itemsByRank, type Item } from '../backlog/item.ts';
import type { Collections } from '../collections.ts';
import type { Product } from '../product/product.ts';
import type { Entity } from './change.ts';
import type { Entry } from './entry.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/** What undo gives back: everything but stamps, the keys that places are kept as, numbers given and how many there are. */
function facts(workspace: Workspace<Collections>): unknown {
  const records = Object.entries(dump(workspace)).map(([name, all]) => [name, Object.values(all).map((record) => plain(record))]);
  const orders = workspace.groupsOf(itemsByRank).map((product) => [product, Array.from(workspace.list(itemsByRank, product), ({ id }) => id)] as const);
  return { records: Object.fromEntries(records), orders: Object.fromEntries(orders.filter(([, ids]) => ids.length > 0)) };
}

const plain = (record: Entity & Partial<Item & Product>) => ({ ...record, version: 0, touchedAt: null, rank: null, placedAs: null, lastNumber: 0 });

/** A world after a walk, and the entry of one more command; null where that was refused, had nothing to do, or cannot be taken back. */
function afterWalk(seeds: readonly number[], seed: number): { world: World; before: unknown; entry: Entry } | null {
  const world = furnished();
  for (const one of seeds) tried(() => world.batch([commandOf(world, new Chance(one))], null));
  const before = facts(world.workspace);
  const chance = new Chance(seed);
  const entry = tried(() =>
    world.batch(
      Array.from({ length: chance.whole(1, 2) }, () => commandOf(world, chance)),
      null,
    ),
  )?.entry;
  if (!entry || entry.claims.some(({ may }) => may === 'manage-members')) return null;
  return { world, before, entry };
}

function tried<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const walks = fc.array(fc.nat(), { maxLength: 15, size: 'max' });

test('a command that is taken back at once leaves what was there before, and taken back again what it made', () => {
  let undone = 0;
  fc.assert(
    fc.property(walks, fc.nat(), (seeds, seed) => {
      const walk = afterWalk(seeds, seed);
      if (!walk) return;
      const { world, before, entry } = walk;
      const made = facts(world.workspace);
      const ran = tried(() => world.undo(entry, null));
      if (!ran) {
        expect(made, 'only numbers given').toEqual(before);
        return;
      }
      expect(ran.kept).toEqual([]);
      expect(facts(world.workspace)).toEqual(before);
      undone++;
      world.undo(ran.entry, null);
      expect(facts(world.workspace)).toEqual(made);
    }),
    { numRuns: 150 },
  );
  expect(undone).toBeGreaterThan(50);
}, 60_000);
