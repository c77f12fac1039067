import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { backlog as world, type World } from '../../../test/builders/world.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { declineItems } from '../backlog/decline-items.ts';
import { setState } from '../backlog/set-state.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { collections } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { factsOf } from '../kernel/fact.ts';
import { updateProduct } from '../product/update-product.ts';
import { createRelease } from '../release/create-release.ts';
import { importedSprint } from '../sprint/sprint.ts';
import { putInRelease } from '../release/put-in-release.ts';
import { funnelFlowOn, type FunnelFlow } from './flow-on.ts';
import { funnelFlow, type FunnelFlows } from './flow.ts';
import { callsTo, funnelTargets, targetOf } from './funnel-moves.ts';
import { funnelOf } from './funnel.ts';

const stateOf = (group: StateGroup) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );
const release = (house: World, name: string) => [...house.workspace.all('release')].find((one) => one.name === name)!.id;
const look = (house: World) => funnelOf(house.workspace, APP, { now: house.now });
/** Titles by stage. */
const titles = (house: World) =>
  Object.fromEntries(look(house).stages.map(({ stage, items }) => [stage, items.map((id) => house.workspace.get('item', id).title).join(' ')]));

function planned(): World {
  const house = world({ a: 5, b: 3, c: null, d: 8, e: 2, f: 1 });
  house.run(createRelease, { product: APP, name: 'Summer', dueOn: '2026-06-01' });
  house.run(createRelease, { product: APP, name: 'Spring', dueOn: '2026-04-01' });
  house.run(putInRelease, { items: house.ids('b', 'd'), release: release(house, 'Spring') });
  house.run(putInRelease, { items: house.ids('e'), release: release(house, 'Summer') });
  house.run(setState, { items: house.ids('f'), state: stateOf('done') });
  return house;
}

test('every ranked row stands in one stage, in rank order: the open release that comes first is the next one', () => {
  expect(titles(planned())).toEqual({ unplanned: 'a c', later: 'e', next: 'b d', sprint: '', done: 'f' });
});

test('a stage has the sum of its points, how many have none, and the age of the middle one', () => {
  const house = planned();
  house.later(10).add({ g: 2 });
  house.later(4);
  const { stages, open, sizeLimit } = look(house);
  expect(stages[0]).toMatchObject({ points: 7, unestimated: 1, medianAgeDays: 14 });
  expect(stages[2]).toMatchObject({ points: 11, unestimated: 0, medianAgeDays: 14 });
  expect(stages[3]).toMatchObject({ points: 0, unestimated: 0, medianAgeDays: null });
  expect(stages[4]).toMatchObject({ points: 1, medianAgeDays: 0 });
  expect([open, sizeLimit]).toEqual([6, null]);
  house.run(updateProduct, { product: APP, sizeLimit: 4 });
  expect(look(house)).toMatchObject({ open: 6, sizeLimit: 4 });
});

test('what was done is there for ninety days, the newest first; what is in a closed release is unplanned again', () => {
  const house = planned();
  house.later(60).run(setState, { items: house.ids('a'), state: stateOf('done') });
  expect(titles(house)['done']).toBe('a f');
  house.later(30);
  expect(titles(house)['done']).toBe('a');
  const spring = house.workspace.get('release', release(house, 'Spring'));
  house.run(editAny, { in: 'release', id: spring.id, values: { state: 'cancelled' } } as never);
  expect(titles(house)).toMatchObject({ unplanned: 'b c d', next: 'e', later: '' });
});

test('something goes to a stage by the verbs that plan it, and nowhere where it is', () => {
  const house = planned();
  const targets = funnelTargets(house.workspace, APP);
  expect(targets.map(({ stage }) => stage)).toEqual(['unplanned', 'later', 'next']);
  expect(targetOf(targets, 'sprint')).toBeUndefined();
  expect(callsTo(house.item('a'), targetOf(targets, 'next')!)).toEqual([
    { verb: 'putInRelease', input: { items: house.ids('a'), release: release(house, 'Spring') } },
  ]);
  expect(callsTo(house.item('b'), targetOf(targets, 'next')!)).toEqual([]);
  expect(callsTo(house.item('b'), targetOf(targets, 'unplanned')!)).toEqual([{ verb: 'putInRelease', input: { items: house.ids('b'), release: null } }]);
});

/** The flow of today; that of today as an earlier day is the same. */
function flow(house: World): FunnelFlow {
  const { days, ...told } = flows(house);
  expect(told).toEqual(funnelFlowOn(days, today(house)));
  return told;
}

const today = ({ now }: World) => now.slice(0, 10) as Day;

function flows(house: World): FunnelFlows {
  const kinds = new Set(funnelFlow.follows.map((one) => `${one.in} ${one.field}`));
  let state = funnelFlow.start(house.workspace, { product: APP });
  for (const entry of house.log)
    for (const fact of factsOf(collections, entry)) if (kinds.has(`${fact.in} ${fact.field}`)) state = funnelFlow.step(state, fact);
  return funnelFlow.answer(state, today(house));
}

test('what came in and left in the last four weeks is counted from the facts, and where most more comes in than leaves it clogs', () => {
  const house = planned();
  house.run(declineItems, { items: house.ids('c'), reason: 'no' });
  house.run(setState, { items: house.ids('b'), state: stateOf('done') });
  // Six came. Three went into a release and one was done from there; one was done at once, one declined, one is left.
  expect(flow(house)).toEqual({
    weeks: 4,
    clog: 'release',
    stages: [
      { stage: 'unplanned', came: 6, left: 5, went: 4 },
      { stage: 'release', came: 3, left: 1, went: 1 },
      { stage: 'sprint', came: 0, left: 0, went: 0 },
      { stage: 'done', came: 2, left: 0, went: 0 },
    ],
  });
  house.later(28);
  expect(flow(house)).toMatchObject({ clog: null, stages: [{ came: 0, left: 0 }, { came: 0 }, { came: 0 }, { came: 0 }] });
});

test('a sprint that is over is no plan, as in the stages: what was in one when it came goes into the next release from what is unplanned', () => {
  const house = world({ a: 1, b: 2 });
  const sprint = importedSprint({ id: '00000000-0000-7000-9200-000000000001', product: APP, name: 'Old' });
  house.run(makeAny, { in: 'sprint', record: { ...sprint } });
  for (const title of ['a', 'b']) house.run(editAny, { in: 'item', id: house.id(title), values: { sprint: sprint.id } });
  expect(titles(house)).toMatchObject({ unplanned: 'a b', sprint: '' });
  expect(flow(house).stages[2]).toEqual({ stage: 'sprint', came: 0, left: 0, went: 0 });
  house.run(createRelease, { product: APP, name: 'Spring', dueOn: '2026-04-01' });
  house.run(putInRelease, { items: house.ids('a', 'b'), release: release(house, 'Spring') });
  expect(flow(house)).toMatchObject({ clog: 'release', stages: [{ came: 2, left: 2, went: 2 }, { came: 2, left: 0 }, { came: 0 }, { came: 0 }] });
});

test('what goes back has left and did not go on; epics and tasks do not count', () => {
  const house = world({ a: 1 }).add({ E: null }, { type: 'epic' }).add({ t: null }, { type: 'task' });
  house.run(createRelease, { product: APP, name: 'Spring', dueOn: '2026-04-01' });
  house.run(putInRelease, { items: house.ids('a'), release: release(house, 'Spring') });
  house.run(putInRelease, { items: house.ids('a'), release: null });
  expect(flow(house).stages.slice(0, 2)).toEqual([
    { stage: 'unplanned', came: 2, left: 1, went: 1 },
    { stage: 'release', came: 1, left: 1, went: 0 },
  ]);
});

test('the flow of an earlier day is that of the four weeks up to it, worked out by hand here', () => {
  // Monday, 2 March: six came, three of them went into a release and one was done.
  const house = planned();
  house.later(7).run(setState, { items: house.ids('b'), state: stateOf('done') });
  house.later(21).run(declineItems, { items: house.ids('c'), reason: 'no' });
  const { days } = flows(house);
  const told = (day: Day) => funnelFlowOn(days, day).stages.map(({ came, left, went }) => [came, left, went]);
  expect(told('2026-03-01')).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(told('2026-03-02')).toEqual([
    [6, 4, 4],
    [3, 0, 0],
    [0, 0, 0],
    [1, 0, 0],
  ]);
  expect(told('2026-03-09')).toEqual([
    [6, 4, 4],
    [3, 1, 1],
    [0, 0, 0],
    [2, 0, 0],
  ]);
  expect(told('2026-03-30')).toEqual([
    [0, 1, 0],
    [0, 1, 1],
    [0, 0, 0],
    [1, 0, 0],
  ]);
  expect(funnelFlowOn(days, '2026-03-02').clog).toBe('release');
  expect(funnelFlowOn(days, '2026-03-30').clog).toBeNull();
});
