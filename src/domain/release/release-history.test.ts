import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APP, CAST, stateId } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import type { World } from '../../../test/builders/world.ts';
import { itemsInRelease, type Item } from '../backlog/item.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { groupOf, isRankedRow } from '../backlog/open.ts';
import { setState } from '../backlog/set-state.ts';
import { collections, type View } from '../collections.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Entry } from '../kernel/entry.ts';
import { factsOf } from '../kernel/fact.ts';
import { Refusal } from '../kernel/refusal.ts';
import { emptyWorkspace } from '../model.ts';
import { progressOfRelease } from '../roadmap/progress.ts';
import { verbs } from '../verbs.ts';
import { cancelRelease, reopenRelease } from './cancel-release.ts';
import { putInRelease } from './put-in-release.ts';
import { releaseHistory, type ReleaseHistory } from './release-history.ts';
import { shipRelease } from './ship-release.ts';
import { updateRelease } from './update-release.ts';

const [OPEN, DONE] = [
  stateId(APP, 0),
  stateId(
    APP,
    DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
  ),
];

function historyOf(world: World, release: string, day: Day = dayIn(world.workspace.get('product', APP).zone, world.now)): ReleaseHistory {
  const kinds = new Set(releaseHistory.follows.map((one) => `${one.in} ${one.field}`));
  let state = releaseHistory.start(world.workspace, { release });
  for (const entry of world.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = releaseHistory.step(state, fact);
  return releaseHistory.answer(state, day);
}

/** Day of the month, scope and done, in points and in items. */
const figures = ({ days }: ReleaseHistory) =>
  days.map(({ day, scope, done }) => `${day.slice(8)}: ${done.points} of ${scope.points} points, ${done.items} of ${scope.items}`);

const changesOf = (world: World, history: ReleaseHistory) =>
  history.changes.map(({ item, kind, points, day, by }) => `${kind} ${world.workspace.get('item', item).title} ${points} on ${day.slice(8)} by ${by}`);

const enter = (world: World, title: string, state: string) => world.run(setState, { items: world.ids(title), state });
const estimate = (world: World, title: string, value: number) =>
  world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: { kind: 'points', value } } });

/** Four rows are put in on Monday the 2nd, and on Tuesday the 3rd the release becomes active. */
function underWay(): { world: Planned; release: string } {
  const world = planned({ a: 3, b: 5, c: 8, d: null, e: 2 });
  const release = world.release('2.4', IN_4_WEEKS);
  world.put(release, 'a', 'b', 'c', 'd');
  world.later(1).run(updateRelease, { release, state: 'active' });
  return { world, release };
}

describe('the history of a release', () => {
  test('has one point for each day from its start, worked out by hand here', () => {
    const { world, release } = underWay();
    enter(world, 'a', DONE);
    world.later(1);
    enter(world, 'b', DONE);
    estimate(world, 'c', 13);
    world.later(2);
    enter(world, 'b', OPEN);
    world.run(putInRelease, { items: world.ids('e'), release }, 'pia');
    world.later(1).put(null, 'a');
    const history = historyOf(world, release);
    expect(figures(history)).toEqual([
      '03: 3 of 16 points, 1 of 4',
      '04: 8 of 21 points, 2 of 4',
      '05: 8 of 21 points, 2 of 4',
      '06: 3 of 23 points, 1 of 5',
      '07: 0 of 20 points, 0 of 4',
    ]);
    expect(changesOf(world, history)).toEqual([
      `removed a 3 on 07 by ${CAST.ada.id}`,
      `added e 2 on 06 by ${CAST.pia.id}`,
      `resized c 5 on 04 by ${CAST.ada.id}`,
    ]);
    expect(history).toMatchObject({
      startedOn: '2026-03-03',
      endedOn: null,
      added: { items: 1, points: 2 },
      removed: { items: 1, points: 3 },
      resized: 5,
      withoutPoints: { done: 0, open: 1 },
    });
  });

  test('tells of what has no points what is done and what is open: only the latter is guessed on a line', () => {
    const world = planned({ a: 3, d: null, e: null });
    const release = world.release('2.4', IN_4_WEEKS);
    world.put(release, 'a', 'd', 'e');
    expect(historyOf(world, release).withoutPoints).toEqual({ done: 0, open: 2 });
    enter(world, 'd', DONE);
    expect(historyOf(world, release).withoutPoints).toEqual({ done: 1, open: 1 });
  });

  test('starts on its date where it never became active, and what came in on that day was there at the start', () => {
    const world = planned({ a: 3, b: 5, c: 1 });
    const release = world.release('2.4', IN_4_WEEKS, { startOn: '2026-03-03' });
    world.put(release, 'a');
    expect(historyOf(world, release)).toMatchObject({ startedOn: null, days: [{ day: '2026-03-02' }], changes: [] });
    world.later(1).put(release, 'b').later(1).put(release, 'c');
    const history = historyOf(world, release);
    expect([history.startedOn, ...changesOf(world, history)]).toEqual(['2026-03-03', `added c 1 on 04 by ${CAST.ada.id}`]);
    expect(figures(history)).toEqual(['03: 0 of 8 points, 0 of 2', '04: 0 of 9 points, 0 of 3']);
  });

  test('ends as it stood when it was shipped, goes on when it is opened again, and begins anew when it is planned anew', () => {
    const { world, release } = underWay();
    enter(world, 'a', DONE);
    world.later(2).run(shipRelease, { release });
    world.later(3);
    const ended = historyOf(world, release);
    expect(figures(ended)).toEqual(['03: 3 of 16 points, 1 of 4', '04: 3 of 16 points, 1 of 4', '05: 3 of 16 points, 1 of 4']);
    expect([ended.startedOn, ended.endedOn, ended.changes]).toEqual(['2026-03-03', '2026-03-05', []]);
    world.run(reopenRelease, { release });
    expect(historyOf(world, release)).toMatchObject({ startedOn: '2026-03-03', endedOn: null, removed: { items: 3, points: 13 } });
    world.run(cancelRelease, { release });
    world.run(reopenRelease, { release });
    expect(historyOf(world, release)).toMatchObject({ startedOn: null, endedOn: null, changes: [] });
  });

  test('counts what progress counts: a split row by its parts, no task, nothing parked, declined or in the trash', () => {
    const world = planned({}).add({ feature: 8 }, { type: 'feature' }).add({ parked: 1, trashed: 2 });
    const release = world.release('2.4', IN_4_WEEKS);
    world.put(release, 'feature', 'parked', 'trashed').run(updateRelease, { release, state: 'active' });
    world.later(1).add({ one: 3, two: 4 }, { parent: world.id('feature') });
    world.put(release, 'one', 'two');
    world.later(1).run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
    world.run(editAny, { in: 'item', id: world.id('trashed'), values: { trashedAt: world.now } });
    expect(figures(historyOf(world, release))).toEqual(['02: 0 of 11 points, 0 of 3', '03: 0 of 10 points, 0 of 4', '04: 0 of 7 points, 0 of 2']);
  });

  test('takes the day on which something happened before it came here, and is empty while nothing was ever in it', () => {
    const world = planned({ a: 3 });
    const release = world.release('2.4', IN_4_WEEKS);
    expect(historyOf(world, release).days).toEqual([]);
    world.run(editAny, { in: 'item', id: world.id('a'), values: { release }, happenedOn: '2026-02-26' });
    world.run(editAny, { in: 'item', id: world.id('a'), values: { state: DONE }, happenedOn: '2026-02-28' });
    const { days } = historyOf(world, release);
    expect(days.map(({ day, done }) => `${day} ${done.points}`)).toEqual(['2026-02-26 0', '2026-02-27 0', '2026-02-28 3', '2026-03-01 3', '2026-03-02 3']);
  });

  test('a mistyped day far ahead or long ago gives no more than a thousand points', () => {
    const world = planned({ a: 3 });
    const release = world.release('2.4', IN_4_WEEKS);
    world.run(editAny, { in: 'item', id: world.id('a'), values: { release }, happenedOn: '0204-01-01' });
    world.run(editAny, { in: 'item', id: world.id('a'), values: { state: DONE }, happenedOn: '2062-01-01' });
    const { days } = historyOf(world, release);
    expect([days.length, days.at(-1)?.day]).toEqual([1000, '2026-03-02']);
  });
});

/** What may happen to items; a state that comes to mean something else, and a release that ends, are tested by themselves. */
const LEFT_OUT = ['updateState', 'removeState', 'createState', 'updateProduct', 'shipRelease', 'cancelRelease', 'reopenRelease', 'updateRelease'];
const DRAWN = verbs.filter(({ name }) => !LEFT_OUT.includes(name) && !/import|member/i.test(name));

/** The plain way: the log replayed up to the end of a day, and counted with the rules of today. */
function recounted(entries: readonly Entry[], { release, day, zone }: { release: string; day: Day; zone: string }) {
  const view = emptyWorkspace();
  for (const entry of entries) if (dayIn(zone, entry.at) <= day) view.apply(entry.changes, { seq: entry.seq, at: entry.at });
  const rows = [...view.list(itemsInRelease, release)];
  const count = (some: readonly Item[]) => ({
    points: some.reduce((points, { estimate: given }) => Math.round((points + (pointsOf(given) ?? 0)) * 1000) / 1000, 0),
    items: some.length,
  });
  const done = rows.filter((row) => isDoneRow(view, row));
  expect(progressOfRelease(view, release)).toMatchObject({ done: done.length });
  return { day, scope: count(rows.filter((row) => isDoneRow(view, row) || isRankedRow(view, row))), done: count(done) };
}

function isDoneRow(view: View, row: Item): boolean {
  if (row.type === 'task' || row.trashedAt !== null || row.parkedAt !== null || groupOf(view, row) !== 'done') return false;
  return ![...view.all('item')].some(({ parent, type, trashedAt }) => parent === row.id && type !== 'task' && trashedAt === null);
}

test('every point is what the raw log, replayed up to the end of its day, gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (seeds) => {
      const world = furnished();
      const release = [...world.workspace.all('release')].find(({ product }) => product === APP)!.id;
      world.run(putInRelease, { items: world.ids('a', 'b', 'Maps'), release });
      for (const seed of seeds) {
        const chance = new Chance(seed);
        if (chance.often(0.2)) world.later(1);
        const call = chance.often(0.3)
          ? {
              verb: putInRelease as never,
              input: { items: [chance.pick([...world.workspace.all('item')].filter(({ product }) => product === APP)).id], release },
            }
          : commandOf(world, chance, chance.pick(DRAWN));
        try {
          world.batch([call]);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const { zone } = world.workspace.get('product', APP);
      for (const point of historyOf(world, release).days) expect(point).toEqual(recounted(world.log, { release, day: point.day, zone }));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('the end of a day is that of the product’s zone', () => {
  const { world, release } = underWay();
  world.now = '2026-03-04T23:30:00.000Z';
  enter(world, 'a', DONE);
  expect(figures(historyOf(world, release)).at(-1)).toBe('05: 3 of 16 points, 1 of 4');
  expect(historyOf(world, release).days.at(-1)?.day).toBe(addDays('2026-03-04', 1));
});
