import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf, inputOf } from '../../../test/builders/commands.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { backlog } from '../../../test/builders/world.ts';
import { openItems, rankedRows } from '../backlog/open.ts';
import type { Collections } from '../collections.ts';
import { emptyWorkspace, model } from '../model.ts';
import { readings } from '../readings.ts';
import { Refusal } from './refusal.ts';
import { Tracked } from './track.ts';
import { resolveRefs } from './perform.ts';

test('an answer that has changed is one of which something was touched, for every reading', () => {
  let changed = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 30 }), (seeds) => {
      const world = furnished();
      const mirror = emptyWorkspace();
      for (const { changes, seq, at } of world.log) mirror.apply(changes, { seq, at });
      const asked = readings.map((reading) => {
        const input = reading.input.parse(inputOf(reading as never, { world, view: mirror, product: APP, chance: new Chance(7), isFull: true }));
        return { reading, input: resolveRefs(reading, input, { model, workspace: mirror, access: null }) as never };
      });
      const ask = ({ reading, input }: (typeof asked)[number]) => {
        const tracked = new Tracked<Collections>(mirror);
        return { tracked, answer: said(() => reading.of(tracked, input, { now: world.now })) };
      };
      let known = asked.map(ask);
      for (const seed of seeds) {
        const entry = tried(() => world.batch([commandOf(world, new Chance(seed))]).entry);
        if (!entry) continue;
        const touched = new Set<string>();
        mirror.apply(entry.changes, { seq: entry.seq, at: entry.at }, (key) => touched.add(key));
        const now = asked.map(ask);
        for (const [at, { tracked, answer }] of known.entries()) {
          if (answer === now[at]!.answer) continue;
          changed++;
          expect(tracked.isTouchedBy(touched), asked[at]!.reading.name).toBe(true);
        }
        known = now;
      }
    }),
    { numRuns: 8 },
  );
  expect(changed).toBeGreaterThan(20);
}, 60_000);

test('what was not looked at touches nothing', () => {
  const tracked = new Tracked<Collections>(backlog({ a: 1, b: 2 }).workspace);
  tracked.find('item', 'some');
  tracked.list(rankedRows, APP);
  expect(tracked.isTouchedBy(['item/other', `${openItems.name}:${APP}`, 'rankedRows:other'])).toBe(false);
  expect(tracked.isTouchedBy(['item/some'])).toBe(true);
  expect(tracked.isTouchedBy([`${rankedRows.name}:${APP}`])).toBe(true);
  tracked.all('release');
  expect(tracked.isTouchedBy(['release/any'])).toBe(true);
});

/** The answer as text; of a reading that has lost what it was asked about, its error. */
function said(act: () => unknown): string {
  try {
    return JSON.stringify(act());
  } catch (error) {
    return String(error);
  }
}

function tried<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
