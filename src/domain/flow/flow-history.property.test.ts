import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import { collections } from '../collections.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Entry } from '../kernel/entry.ts';
import { factsOf } from '../kernel/fact.ts';
import { Refusal } from '../kernel/refusal.ts';
import { emptyWorkspace } from '../model.ts';
import { verbs } from '../verbs.ts';
import { COUNTED_GROUPS } from './flow-figures.ts';
import { flowHistory } from './flow-history.ts';

/** A state that comes to mean something else is read as it is meant now; and who does it all stays an admin. */
const DRAWN = verbs.filter(({ name }) => !['updateState', 'removeState', 'createState', 'updateProduct'].includes(name) && !/import|member/i.test(name));

/** The plain way: the log replayed up to the end of a day, and those counted that are delivered on their own today. */
function recounted(entries: readonly Entry[], { day, zone, rows }: { day: Day; zone: string; rows: ReadonlySet<string> }) {
  const view = emptyWorkspace();
  for (const entry of entries) if (dayIn(zone, entry.at) <= day) view.apply(entry.changes, { seq: entry.seq, at: entry.at });
  const there = [...view.all('item')].filter(({ id, parkedAt, trashedAt }) => rows.has(id) && parkedAt === null && trashedAt === null);
  return Object.fromEntries(COUNTED_GROUPS.map((group) => [group, there.filter((item) => groupOf(view, item) === group).length]));
}

test('the items of every day are those that the raw log, replayed up to its end, gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (seeds) => {
      const world = furnished();
      for (const seed of seeds) {
        const chance = new Chance(seed);
        if (chance.often(0.2)) world.later(1);
        try {
          world.batch([commandOf(world, chance, chance.pick(DRAWN))]);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const kinds = new Set(flowHistory.follows.map((one) => `${one.in} ${one.field}`));
      let state = flowHistory.start(world.workspace, { product: APP });
      for (const entry of world.log)
        for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = flowHistory.step(state, fact);
      const { zone } = world.workspace.get('product', APP);
      const isAlone = (id: string) => [...world.workspace.list(childrenOf, id)].every(({ type, trashedAt }) => type === 'task' || trashedAt !== null);
      // What was made and taken back stood there in between.
      const takenBack = world.log.flatMap(({ changes }) =>
        changes.flatMap((change) => (change.in === 'item' && change.op === 'remove' ? [change.record as Item] : [])),
      );
      const items = [...world.workspace.all('item'), ...takenBack.filter(({ id }) => !world.workspace.find('item', id))].filter(
        ({ id, product, type }) => product === APP && type !== 'task' && isAlone(id),
      );
      const rows = new Set(items.map(({ id }) => id));
      const { days } = flowHistory.answer(state, dayIn(zone, world.now));
      for (const { day, items: counted } of days.filter(({ day: one }) => one >= '2026-03-01'))
        expect(counted).toEqual(recounted(world.log, { day, zone, rows }));
    }),
    { numRuns: 40 },
  );
}, 60_000);
