import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { folded } from '../../../test/builders/folded.ts';
import { wandered } from '../../../test/builders/wandered.ts';
import type { World } from '../../../test/builders/world.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { addDays, dayIn, daysBetween, type Day } from '../kernel/day.ts';
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

/** The plain way: the states that an item had one after another, by the days on which it came into them, change by change. What is parked or in the trash is in none. */
function statesOfItem(world: World, zone: string, id: string): { group: StateGroup; day: Day }[] {
  const view = emptyWorkspace();
  const states: { group: StateGroup; day: Day }[] = [];
  for (const { changes, seq, at } of world.log)
    for (const change of changes) {
      view.apply([change], { seq, at });
      const item = view.find('item', id);
      const group = item && item.parkedAt === null && item.trashedAt === null ? groupOf(view, item) : undefined;
      if (group !== undefined && group !== states.at(-1)?.group) states.push({ group, day: dayIn(zone, at) });
    }
  return states;
}

const OVER: readonly (StateGroup | undefined)[] = ['done', 'declined'];

test('throughput, cycle times and ages are what going through the raw log change by change gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (given) => {
      const world = wandered(given);
      const { zone } = world.workspace.get('product', APP);
      const today = dayIn(zone, world.now);
      const expected = [...world.workspace.all('item')].flatMap((item) => {
        const { id, product, type, trashedAt, parkedAt } = item;
        const isParent = [...world.workspace.list(childrenOf, id)].some((child) => child.type !== 'task' && child.trashedAt === null);
        if (product !== APP || type === 'task' || isParent || trashedAt !== null || parkedAt !== null) return [];
        const states = statesOfItem(world, zone, id);
        const last = states.at(-1)!;
        const before = states.slice(0, -1).findLastIndex(({ group }) => OVER.includes(group)) + 1;
        const begun = states.slice(before).find(({ group }) => group === 'in-progress' || group === 'in-review')?.day ?? null;
        return [{ id, last, wasElsewhere: states.length > 1, begun, points: pointsOf(item.estimate) ?? 0 }];
      });
      const { weeks, finished, underWay, percentiles } = folded(world, flowHistory, { input: { product: APP }, day: today });
      const done = expected.filter(({ last, wasElsewhere }) => last.group === 'done' && wasElsewhere);
      const took = done.flatMap(({ id, last, begun }) => (begun === null ? [] : [{ item: id, on: last.day, days: daysBetween(begun, last.day) + 1 }]));
      expect(finished.toSorted(byItem)).toEqual(took.toSorted(byItem));
      const sorted = took.map(({ days }) => days).toSorted((a, b) => a - b);
      const within = (share: number) => sorted.find((_, at) => (at + 1) / sorted.length >= share) ?? null;
      expect(percentiles).toEqual(took.length === 0 ? null : { p50: within(0.5), p85: within(0.85), p95: within(0.95) });
      for (const { from, items, points } of weeks) {
        const own = done.filter(({ last }) => last.day >= from && last.day < addDays(from, 7));
        expect([items, points]).toEqual([own.length, Math.round(own.reduce((total, one) => total + one.points, 0) * 1000) / 1000]);
      }
      const weekdays = new Set(weeks.map(({ from }) => new Date(`${from}T12:00:00Z`).getUTCDay()));
      expect([...weekdays].filter((weekday) => weekday !== 1)).toEqual([]);
      const beforeThisWeek = done.filter(({ last }) => last.day < (weeks.at(-1) ? addDays(weeks.at(-1)!.from, 7) : '0000-01-01'));
      expect(weeks.reduce((total, { items }) => total + items, 0)).toBe(beforeThisWeek.length);
      const old = expected.filter(
        ({ last, begun }) => begun !== null && !OVER.includes(last.group) && (last.group === 'in-progress' || last.group === 'in-review'),
      );
      expect(underWay.map(({ item, days }) => `${item} ${days}`).toSorted()).toEqual(
        old.map(({ id, begun }) => `${id} ${daysBetween(begun!, today) + 1}`).toSorted(),
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);

const byItem = (a: { item: string }, b: { item: string }): number => (a.item < b.item ? -1 : 1);
