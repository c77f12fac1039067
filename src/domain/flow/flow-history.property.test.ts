import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { folded } from '../../../test/builders/folded.ts';
import { wandered } from '../../../test/builders/wandered.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Entry } from '../kernel/entry.ts';
import { emptyWorkspace } from '../model.ts';
import { COUNTED_GROUPS } from './flow-figures.ts';
import { flowHistory } from './flow-history.ts';

/** The plain way: the log replayed up to the end of a day, and those counted that are delivered on their own today. */
function recounted(entries: readonly Entry[], { day, zone, rows }: { day: Day; zone: string; rows: ReadonlySet<string> }) {
  const view = emptyWorkspace();
  for (const entry of entries) if (dayIn(zone, entry.at) <= day) view.apply(entry.changes, { seq: entry.seq, at: entry.at });
  const there = [...view.all('item')].filter(({ id, parkedAt, trashedAt }) => rows.has(id) && parkedAt === null && trashedAt === null);
  return Object.fromEntries(COUNTED_GROUPS.map((group) => [group, there.filter((item) => groupOf(view, item) === group).length]));
}

const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);

test('the items of every day, and by how many more are open each week, are those that the raw log, replayed up to its end, gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (seeds) => {
      const world = wandered(seeds);
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
      const { days, turns } = folded(world, flowHistory, { input: { product: APP }, day: addDays(dayIn(zone, world.now), 7) });
      for (const { day, items: counted } of days.filter(({ day: one }) => one >= '2026-03-01'))
        expect(counted).toEqual(recounted(world.log, { day, zone, rows }));
      const open = (day: Day) => sumOf({ ...recounted(world.log, { day, zone, rows }), done: 0 });
      for (const { from, net } of turns) expect(net).toBe(open(addDays(from, 6)) - open(addDays(from, -1)));
    }),
    { numRuns: 40 },
  );
}, 60_000);
