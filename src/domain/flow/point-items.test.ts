import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { goes } from '../../../test/builders/flowing.ts';
import { folded } from '../../../test/builders/folded.ts';
import { wandered } from '../../../test/builders/wandered.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { groupOf } from '../backlog/open.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import { emptyWorkspace } from '../model.ts';
import { COUNTED_GROUPS } from './flow-figures.ts';
import { flowHistory } from './flow-history.ts';
import { flowItems } from './flow-items.ts';
import { isPartOf, pointItems, TURN_PARTS, type FlowPoint } from './point-items.ts';
import type { Turn } from './turns.ts';

const asked = (day: Day) => ({ input: { product: APP }, day });

function itemsOf(world: World, point: FlowPoint): string[] {
  const items = pointItems(folded(world, flowItems, asked('2026-03-18')), point);
  return items.map(({ item, on, days, points, turn }) => [world.workspace.get('item', item).title, on.slice(5), days, points, turn].join(' ').trim());
}

test('a figure opens the items that it is made of, with what each has to do with it', () => {
  const world = backlog({ a: 3, b: 5, c: null });
  goes(world, 'a', ['in-progress', 3], ['in-review', 5], ['done', 6]);
  goes(world, 'b', ['in-progress', 4], ['done', 8]);
  goes(world, 'c', ['in-progress', 9]);
  expect(itemsOf(world, { of: 'throughput', week: '2026-03-02' })).toEqual(['b 03-08 5 5', 'a 03-06 4 3']);
  expect(itemsOf(world, { of: 'flow', day: '2026-03-05', group: 'in-progress' })).toEqual(['b 03-04 2 5']);
  expect(itemsOf(world, { of: 'flow', day: '2026-03-18', group: 'in-progress' })).toEqual(['c 03-09 10']);
  expect(itemsOf(world, { of: 'state', state: 'worked' })).toEqual(['b 03-08 4 5', 'a 03-06 2 3']);
  expect(itemsOf(world, { of: 'cycle', day: '2026-03-06', days: 4 })).toEqual(['a 03-06 4 3']);
  expect(itemsOf(world, { of: 'age', since: '2026-03-09' })).toEqual(['c 03-09 10']);
  expect(itemsOf(world, { of: 'turns', week: '2026-03-02', turns: 'came' })).toEqual(['a 03-02  3 new', 'b 03-02  5 new', 'c 03-02   new']);
  expect(itemsOf(world, { of: 'turns', week: '2026-03-02', turns: 'left' })).toEqual([]);
});

/** The plain way: on how many days each item stood in each state at the day's end, the log replayed day by day. */
function daysInStates({ log, workspace }: World, until: Day): Map<string, number> {
  const view = emptyWorkspace();
  const { zone } = workspace.get('product', APP);
  const days = new Map<string, number>();
  const left = [...log];
  for (let day = dayIn(zone, log[0]!.at); day <= until; day = addDays(day, 1)) {
    while (left[0] && dayIn(zone, left[0].at) <= day) {
      const { changes, seq, at } = left.shift()!;
      view.apply(changes, { seq, at });
    }
    for (const item of view.all('item')) {
      if (item.parkedAt !== null || item.trashedAt !== null || ['done', 'declined'].includes(groupOf(view, item))) continue;
      const key = `${item.id} ${item.state}`;
      days.set(key, (days.get(key) ?? 0) + 1);
    }
  }
  return days;
}

test('whatever was done: every figure opens as many items as it counts, and each stood in a state on so many days as the raw log replayed says', () => {
  let stood = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 30, maxLength: 60, size: 'max' }), (seeds) => {
      const world = wandered(seeds);
      const day = addDays(dayIn('UTC', world.now), 8);
      const { weeks, days, turns, inStates, finished, underWay } = folded(world, flowHistory, asked(day));
      const items = folded(world, flowItems, asked(day));
      const count = (point: FlowPoint) => pointItems(items, point).length;
      for (const week of weeks) expect(count({ of: 'throughput', week: week.from })).toBe(week.items);
      for (const { on, days: took } of finished)
        expect(count({ of: 'cycle', day: on, days: took })).toBe(finished.filter((one) => one.on === on && one.days === took).length);
      for (const { since } of underWay) expect(count({ of: 'age', since })).toBe(underWay.filter((one) => one.since === since).length);
      for (const one of days.slice(-20)) for (const group of COUNTED_GROUPS) expect(count({ of: 'flow', day: one.day, group })).toBe(one.items[group]);
      for (const { from, turns: counts } of turns)
        for (const part of TURN_PARTS) {
          const counted = Object.entries(counts).filter(([turn]) => isPartOf(turn as Turn, part));
          expect(count({ of: 'turns', week: from, turns: part })).toBe(counted.reduce((all, [, some]) => all + some, 0));
        }
      const replayed = daysInStates(world, day);
      for (const { state, items: counted } of inStates?.states ?? []) {
        const here = pointItems(items, { of: 'state', state });
        expect(here).toHaveLength(counted);
        for (const { item, days: told } of here) expect(told).toBe(replayed.get(`${item} ${state}`) ?? 0);
        stood += here.length;
      }
    }),
    { numRuns: 40 },
  );
  expect(stood).toBeGreaterThan(0);
}, 60_000);
