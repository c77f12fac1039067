import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { edited, goes, onMarch } from '../../../test/builders/flowing.ts';
import { folded } from '../../../test/builders/folded.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { createState, removeState, updateState } from '../backlog/states.ts';
import { setState } from '../backlog/set-state.ts';
import { flowHistory } from './flow-history.ts';

const inStates = (world: World) => folded(world, flowHistory, { input: { product: APP }, day: '2026-03-31' }).inStates;
const told = (world: World) => inStates(world)?.states.map(({ name, items, p50, p85 }) => `${name} ${items}: ${p50} ${p85}`);

/** Made on Monday, 2 March. */
function threeFinished(): World {
  const world = backlog({ a: 3, b: 5, c: 1, open: 2, straight: 1 });
  goes(world, 'a', ['ready', 3], ['in-progress', 5], ['in-review', 9], ['done', 10]);
  // Begun and finished within a day.
  goes(world, 'b', ['in-progress', 4], ['done', 4]);
  // Sent back, parked for four days, finished, opened again three days later.
  goes(world, 'c', ['in-progress', 3], ['in-review', 5], ['in-progress', 6]);
  edited(world, 'c', [{ parkedAt: '2026-03-08T09:00:00.000Z' }, 8]);
  edited(world, 'c', [{ parkedAt: null }, 12]);
  goes(world, 'c', ['done', 13], ['in-progress', 16], ['done', 20]);
  goes(world, 'open', ['in-progress', 3]);
  // Nobody knows when it was begun.
  goes(world, 'straight', ['done', 25]);
  return world;
}

describe('the time that finished work stood in each state', () => {
  test('is the median and 85 % of the items that were in it, worked out by hand here', () => {
    // In progress: a from 5 to 9 = 4, b 0, c from 3 to 5, 6 to 8, 12 to 13 and 16 to 20 = 9.
    expect(told(threeFinished())).toEqual(['Backlog 3: 1 2', 'Ready 1: 2 2', 'In progress 3: 4 9', 'In review 2: 1 1']);
  });

  test('is told of all of it as waiting and as work, each by its own median', () => {
    const { waited, worked } = inStates(threeFinished())!;
    // Waited: a 2 ready and 1 in review, b none, c 1.
    expect(waited).toEqual({ items: 3, p50: 1, p85: 3 });
    expect(worked).toEqual({ items: 3, p50: 4, p85: 9 });
  });

  test('is none while nothing was finished whose start is known', () => {
    const world = backlog({ straight: 1, open: 1 });
    goes(world, 'straight', ['done', 5]);
    goes(world, 'open', ['in-progress', 5]);
    expect(inStates(world)).toBeNull();
  });

  test('knows a state that was removed since by its last name and meaning, and a renamed one by its new name', () => {
    const world = backlog({ a: 1 });
    const test = world.run(createState, { product: APP, name: 'QA', group: 'in-review' }).made[0]!;
    goes(world, 'a', ['in-progress', 3]);
    onMarch(world, 5).run(setState, { items: world.ids('a'), state: test });
    goes(world, 'a', ['done', 9]);
    expect(told(world)).toEqual(['Backlog 1: 1 1', 'In progress 1: 2 2', 'QA 1: 4 4']);
    world.run(updateState, { state: test, name: 'Try out' });
    expect(told(world)?.at(-1)).toBe('Try out 1: 4 4');
    world.run(removeState, { state: test });
    expect(inStates(world)).toMatchObject({
      waited: { p50: 4 },
      states: [{ name: 'Backlog' }, { name: 'In progress' }, { name: 'Try out', group: 'in-review', isRemoved: true, items: 1, p50: 4, p85: 4 }],
    });
  });

  test('what stands in a removed state stood in the flow, day by day', () => {
    const world = backlog({ a: 1 });
    const test = world.run(createState, { product: APP, name: 'QA', group: 'in-review' }).made[0]!;
    onMarch(world, 5).run(setState, { items: world.ids('a'), state: test });
    goes(world, 'a', ['done', 9]);
    world.run(removeState, { state: test });
    const { days } = folded(world, flowHistory, { input: { product: APP }, day: '2026-03-31' });
    expect(days.find(({ day }) => day === '2026-03-06')?.items['in-review']).toBe(1);
  });
});
