import { expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../../test/builders/cast.ts';
import { Sprinting } from '../../../../test/builders/sprinting.ts';
import { DEFAULT_STATES } from '../../../domain/backlog/default-states.ts';
import { beginCalls, moveInQueueCall, putBackCalls } from './flow-deeds.ts';

const inGroup = (group: string, product: string) =>
  stateId(
    product,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );

test('items of several products begin in the first state under way of each, and go back to where they are ready', () => {
  const world = new Sprinting({ a: 1, b: 1 });
  world.add({ w: 1 }, { product: WEB });
  const [a, b, w] = world.ids('a', 'b', 'w') as [string, string, string];
  expect(beginCalls(world.workspace, [a, w, b])).toEqual([
    { verb: 'setState', input: { items: [a, b], state: inGroup('in-progress', APP) } },
    { verb: 'setState', input: { items: [w], state: inGroup('in-progress', WEB) } },
  ]);
  expect(putBackCalls(world.workspace, [w])).toEqual([{ verb: 'setState', input: { items: [w], state: inGroup('ready', WEB) } }]);
});

test('waiting items move in the one queue of several products, and in the rank of a single one, for those who may rank', () => {
  const world = new Sprinting({ a: 1, b: 1 });
  const team = world.workspace.get('team', world.web);
  const place = { after: world.id('b') };
  expect(moveInQueueCall({ ...team, products: [APP, WEB] }, world.ids('a'), { place, canRank: false })).toMatchObject({ verb: 'moveInQueue' });
  expect(moveInQueueCall(team, world.ids('a'), { place, canRank: true })).toEqual({ verb: 'moveItems', input: { product: APP, items: world.ids('a'), place } });
  expect(moveInQueueCall(team, world.ids('a'), { place, canRank: false })).toBeNull();
});
