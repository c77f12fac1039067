import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { folded } from '../../../test/builders/folded.ts';
import { IN_4_WEEKS, planned } from '../../../test/builders/planned.ts';
import { flowHistory } from '../flow/flow-history.ts';
import { pastWeeks } from '../forecast/past-weeks.ts';
import { funnelHistory } from '../funnel/funnel-history.ts';
import { funnelOn } from '../funnel/funnel-on.ts';
import { funnelOf } from '../funnel/funnel.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { releaseHistory } from '../release/release-history.ts';
import { progressOfRelease } from '../roadmap/progress.ts';
import { DEFAULT_STATES } from './default-states.ts';
import { deliveredSince } from './done.ts';
import { setState } from './set-state.ts';
import { restoreItems, trashItems } from './trash-items.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);

/** What is counted as delivered, asked of everything that counts it: a feature of 8 and its only story of 3, both done on Monday, 2 March. */
function counted(prepare: (world: ReturnType<typeof planned>) => void) {
  const world = planned({});
  const team = world.lines().firstTeam;
  world.add({ feature: 8 }, { type: 'feature' });
  world.add({ story: 3 }, { parent: world.id('feature') });
  const release = world.release('2.4', IN_4_WEEKS);
  world.put(release, 'feature', 'story');
  world.run(setState, { items: world.ids('feature', 'story'), state: DONE });
  prepare(world);
  world.later(7);
  const day = world.now.slice(0, 10) as Day;
  const past = folded(world, funnelHistory, { input: { product: APP }, day });
  const isDone = ({ stage }: { stage: string }) => stage === 'done';
  const view = world.workspace;
  return {
    delivered: deliveredSince(view, APP, '2026-01-01').reduce((all, { estimate }) => all + (estimate?.kind === 'points' ? estimate.value : 0), 0),
    forecast: pastWeeks(view, { product: APP, team, firstTeam: team }, { today: day, unit: 'points' }).at(-1) ?? 0,
    throughput: folded(world, flowHistory, { input: { product: APP }, day }).weeks.at(-1)?.points ?? 0,
    funnel: funnelOf(view, APP, { now: world.now }).stages.find(isDone)!.points,
    funnelThen: funnelOn(past, addDays(day, -1)).stages.find(isDone)!.points,
    release: folded(world, releaseHistory, { input: { release }, day }).days.at(-1)!.done.points,
    rows: progressOfRelease(view, release).done,
  };
}

const everywhere = (points: number) => ({
  delivered: points,
  forecast: points,
  throughput: points,
  funnel: points,
  funnelThen: points,
  release: points,
  rows: 1,
});

test('a feature that is done is delivered by its stories, everywhere', () => {
  expect(counted(() => {})).toMatchObject(everywhere(3));
});

test('a feature whose only story was a mistake is delivered on its own, everywhere', () => {
  expect(counted((world) => world.run(trashItems, { items: world.ids('story') }))).toMatchObject(everywhere(8));
});

test('what comes back out of the trash delivers its feature again, everywhere', () => {
  const back = counted((world) => {
    world.run(trashItems, { items: world.ids('story') });
    world.run(restoreItems, { items: world.ids('story') });
  });
  expect(back).toMatchObject(everywhere(3));
});
