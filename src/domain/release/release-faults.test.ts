import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setState } from '../backlog/set-state.ts';
import { collections } from '../collections.ts';
import { releaseConeOf } from '../cutline/release-cone.ts';
import { releaseForecastOf } from '../schedule/release-forecast.ts';
import { dayIn } from '../kernel/day.ts';
import { factsOf } from '../kernel/fact.ts';
import { releaseRisksOf } from '../readiness/release-risks.ts';
import { releaseHistory, type ReleaseHistory } from './release-history.ts';
import { shipRelease } from './ship-release.ts';
import { updateRelease } from './update-release.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);

function historyOf(world: Planned, release: string): ReleaseHistory {
  const kinds = new Set(releaseHistory.follows.map((one) => `${one.in} ${one.field}`));
  let state = releaseHistory.start(world.workspace, { release });
  for (const entry of world.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = releaseHistory.step(state, fact);
  return releaseHistory.answer(state, dayIn(world.workspace.get('product', APP).zone, world.now));
}

/** `05: 3 of 8 points` at the end of each day. */
const figures = ({ days }: ReleaseHistory) => days.map(({ day, scope, done }) => `${day.slice(8)}: ${done.points} of ${scope.points} points`);

test('a release whose day has passed takes nothing, says so, has no forecast, and is shipped or given another day', () => {
  const world = planned({ a: 3, b: 4 }).delivered(null, [4, 6, 5, 7, 3, 6, 5, 8]);
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'a', 'b').run(updateRelease, { release, goal: 'Dry feet', state: 'active' });
  world.later(14);
  const lines = world.lines();
  expect(world.line('2.4')).toMatchObject({ taken: [], takeOut: world.ids('a', 'b') });
  expect(world.row('a')).toMatchObject({ mark: 'coral', reason: { code: 'date-passed' } });
  expect(releaseForecastOf(world.workspace, lines, release).chance ?? 0).toBe(0);
  expect(() => releaseConeOf(world.workspace, lines, { release })).not.toThrow();
  expect(releaseRisksOf(world.workspace, lines, world.workspace.get('release', release)).risks.map(({ code }) => code)).toContain('date-passed');
  expect(historyOf(world, release).days.at(-1)).toMatchObject({ day: '2026-03-16', scope: { points: 7 } });
  expect(world.refusal(() => world.run(updateRelease, { release, dueOn: '2026-03-15' }))).toMatchObject([{ code: 'date-passed' }]);
  world.run(updateRelease, { release, dueOn: '2026-04-10' });
  expect(world.line('2.4').taken).toContain(world.id('a'));
  world.run(shipRelease, { release });
  expect(world.workspace.get('release', release)).toMatchObject({ state: 'shipped', shippedOn: '2026-03-16' });
});

test('an item that was finished before it was added counts as done from the day on which it was added', () => {
  const world = planned({ a: 3, b: 5 });
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'b').run(updateRelease, { release, state: 'active' });
  world.later(1).run(setState, { items: world.ids('a'), state: DONE });
  world.later(1).put(release, 'a');
  const history = historyOf(world, release);
  expect(figures(history)).toEqual(['02: 0 of 5 points', '03: 0 of 5 points', '04: 3 of 8 points']);
  expect(history.changes).toMatchObject([{ item: world.id('a'), kind: 'added', points: 3, day: '2026-03-04' }]);
});

test('an item of which it is told later that it was finished before it was added is done, and not from before it was added', () => {
  const world = planned({ a: 3, b: 5 });
  const release = world.release('2.4', IN_2_WEEKS);
  world.put(release, 'b').run(updateRelease, { release, state: 'active' });
  world.later(2).put(release, 'a');
  world.later(1).run(editAny, { in: 'item', id: world.id('a'), values: { state: DONE, closedOn: '2026-02-27' }, happenedOn: '2026-02-27' });
  expect(figures(historyOf(world, release))).toEqual(['02: 0 of 5 points', '03: 0 of 5 points', '04: 3 of 8 points', '05: 3 of 8 points']);
});
