import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { backlog as world, type World } from '../../../test/builders/world.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { parkItems } from '../backlog/park-items.ts';
import { setState } from '../backlog/set-state.ts';
import { collections } from '../collections.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import { factsOf } from '../kernel/fact.ts';
import { Refusal } from '../kernel/refusal.ts';
import { emptyWorkspace } from '../model.ts';
import { createRelease } from '../release/create-release.ts';
import { putInRelease } from '../release/put-in-release.ts';
import { updateRelease } from '../release/update-release.ts';
import { verbs } from '../verbs.ts';
import { funnelHistory } from './funnel-history.ts';
import { funnelChanges, funnelOn, type PastFunnel } from './funnel-on.ts';
import type { FunnelHistory } from './past.ts';
import { funnelOf, FUNNEL_STAGES } from './funnel.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const release = (house: World, name: string) => [...house.workspace.all('release')].find((one) => one.name === name)!.id;
const today = (house: World): Day => dayIn(house.workspace.get('product', APP).zone, house.now);

function historyOf(house: World): FunnelHistory {
  const kinds = new Set(funnelHistory.follows.map((one) => `${one.in} ${one.field}`));
  let state = funnelHistory.start(house.workspace, { product: APP });
  for (const entry of house.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = funnelHistory.step(state, fact);
  return funnelHistory.answer(state, today(house));
}

const titles = (house: World, { stages }: Pick<PastFunnel, 'stages'>) =>
  Object.fromEntries(
    stages.flatMap(({ stage, items }) =>
      items.length === 0
        ? []
        : [
            [
              stage,
              items
                .map((id) => house.workspace.get('item', id).title)
                .toSorted()
                .join(' '),
            ],
          ],
    ),
  );

/** Monday: a to d are there. Tuesday: Spring and Summer, b in the one and c in the other. Wednesday: b is done, a is parked. Thursday: Summer comes first. */
function fourDays(): World {
  const house = world({ a: 5, b: 3, c: 2, d: null });
  house.later(1).run(createRelease, { product: APP, name: 'Spring', dueOn: '2026-04-01' });
  house.run(createRelease, { product: APP, name: 'Summer', dueOn: '2026-06-01' });
  house.run(putInRelease, { items: house.ids('b'), release: release(house, 'Spring') });
  house.run(putInRelease, { items: house.ids('c'), release: release(house, 'Summer') });
  house.later(1).run(setState, { items: house.ids('b'), state: DONE });
  house.run(parkItems, { items: house.ids('a'), returnOn: null });
  house.later(1).run(updateRelease, { release: release(house, 'Summer'), dueOn: '2026-03-20' });
  return house;
}

test('the funnel of an earlier day is as it was then, with the release that was the next one', () => {
  const house = fourDays();
  const history = historyOf(house);
  const on = (day: Day) => titles(house, funnelOn(history, day));
  expect([history.from, history.day]).toEqual(['2026-03-02', '2026-03-05']);
  expect(on('2026-03-01')).toEqual({});
  expect(on('2026-03-02')).toEqual({ unplanned: 'a b c d' });
  expect(on('2026-03-03')).toEqual({ unplanned: 'a d', next: 'b', later: 'c' });
  expect(on('2026-03-04')).toEqual({ unplanned: 'd', later: 'c', done: 'b' });
  expect(on('2026-03-05')).toEqual({ unplanned: 'd', next: 'c', done: 'b' });
  const { stages, next } = funnelOn(history, '2026-03-03');
  expect(next).toBe(release(house, 'Spring'));
  expect(stages[0]).toMatchObject({ stage: 'unplanned', points: 5, unestimated: 1, medianAgeDays: 1 });
});

test('what stands elsewhere than it did is told with where it came from', () => {
  const house = fourDays();
  const changes = funnelChanges(historyOf(house), '2026-03-03', '2026-03-05');
  expect(changes.map(({ item, from, to }) => [house.workspace.get('item', item).title, from, to])).toEqual([
    ['a', 'unplanned', null],
    ['b', 'next', 'done'],
    ['c', 'later', 'next'],
  ]);
  expect(funnelChanges(historyOf(house), '2026-03-05', '2026-03-05')).toEqual([]);
});

test('what was done ninety days before is told no longer, and that is no change', () => {
  const house = fourDays();
  house.later(90);
  const history = historyOf(house);
  expect(titles(house, funnelOn(history, addDays('2026-03-04', 89)))).toMatchObject({ done: 'b' });
  expect(titles(house, funnelOn(history, addDays('2026-03-04', 90)))).toEqual({ unplanned: 'd', next: 'c' });
  expect(funnelChanges(history, '2026-03-05', addDays('2026-03-04', 90))).toEqual([]);
});

test('what happened before it came here stands on its day', () => {
  const house = world({ a: 5 });
  house.run(editAny, { in: 'item', id: house.id('a'), values: { state: DONE, closedOn: '2026-03-02' }, happenedOn: '2026-03-02' });
  house.later(3);
  expect(titles(house, funnelOn(historyOf(house), '2026-03-02'))).toEqual({ done: 'a' });
});

test('a year is told, and what had ended for good before it is left out', () => {
  const house = fourDays();
  house.later(365 + 90);
  const history = historyOf(house);
  expect([history.from, history.items.length]).toEqual([addDays(history.day, -365), 2]);
  // `a` was parked and `b` done all the year; the others stand where they stood.
  expect(titles(house, funnelOn(history, history.from))).toEqual({ unplanned: 'd', next: 'c' });
});

/** A state that comes to mean something else is read as it is meant now, and releases are called as they are called now. */
const LEFT_OUT = ['updateState', 'removeState', 'createState', 'updateProduct', 'updateRelease'];
const DRAWN = verbs.filter(({ name }) => !LEFT_OUT.includes(name) && !/import|member/i.test(name));

test('the funnel of every day is the one that the raw log, replayed up to its end, gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (seeds) => {
      const house = furnished();
      for (const seed of seeds) {
        const chance = new Chance(seed);
        if (chance.often(0.2)) house.later(1);
        try {
          house.batch([commandOf(house, chance, chance.pick(DRAWN))]);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const history = historyOf(house);
      const { zone } = house.workspace.get('product', APP);
      const isTakenBack = house.log.some(({ verb }) => verb === 'undoEntry');
      for (let day = dayIn(zone, house.log[0]!.at); day <= history.day; day = addDays(day, 1)) {
        const view = emptyWorkspace();
        for (const entry of house.log) if (dayIn(zone, entry.at) <= day) view.apply(entry.changes, { seq: entry.seq, at: entry.at });
        const then = funnelOf(view, APP, { now: `${day}T12:00:00.000Z` });
        const told = funnelOn(history, day);
        expect(told.next).toBe(then.next);
        for (const [at, stage] of FUNNEL_STAGES.entries()) {
          const [one, other] = [told.stages[at]!, then.stages[at]!];
          expect({ day, stage, items: one.items.toSorted() }).toEqual({ day, stage, items: other.items.toSorted() });
          expect([one.points, one.unestimated]).toEqual([other.points, other.unestimated]);
          // Opened again and that taken back on a later day, an item was done on its old day again; its facts say the later one.
          if (stage !== 'done' || !isTakenBack) expect(one.medianAgeDays).toBe(other.medianAgeDays);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
