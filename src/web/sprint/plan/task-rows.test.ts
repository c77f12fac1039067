import { expect, test } from 'vitest';
import { editAny } from '../../../../test/builders/edit.ts';
import { Sprinting } from '../../../../test/builders/sprinting.ts';
import { breakdownOf, placeAmongCards, withTasks } from './task-rows.ts';

/** A story with two tasks, a feature with one, and a feature without, all in a sprint. */
function planned(): { world: Sprinting; sprint: string } {
  const world = new Sprinting({ story: 3 });
  world.add({ feature: 5, bare: 8 }, { type: 'feature' });
  const sprint = world.sprint();
  world.plan(sprint, 'story', 'feature', 'bare');
  world.add({ s1: null, s2: null }, { type: 'task', parent: world.id('story') }).add({ f1: null }, { type: 'task', parent: world.id('feature') });
  for (const title of ['s1', 'f1'])
    world.run(editAny, { in: 'item', id: world.id(title), values: { estimate: { kind: 'hours', original: 4, remaining: null, spent: null } } });
  return { world, sprint };
}

test('every card that has tasks is broken down, a feature too; one without tasks could be made of items of its own', () => {
  const { world } = planned();
  const breakdown = (title: string) => breakdownOf(world.workspace, world.id(title));
  expect([breakdown('story'), breakdown('feature'), breakdown('bare')]).toEqual([{ tasks: 2, hours: 4 }, { tasks: 1, hours: 4 }, null]);
});

test('the tasks of an expanded card stand below it, and what is dragged over them comes to stand below the card', () => {
  const { world } = planned();
  const ids = world.ids('story', 'feature', 'bare');
  const shown = withTasks(world.workspace, ids, { expanded: new Set(ids), canAdd: false });
  expect(world.titles(shown)).toBe('story s1 s2 feature f1 bare');
  expect(placeAmongCards(world.workspace, { row: world.id('s1'), edge: 'above' })).toEqual({ row: world.id('story'), edge: 'below' });
  expect(placeAmongCards(world.workspace, { row: world.id('feature'), edge: 'above' })).toEqual({ row: world.id('feature'), edge: 'above' });
});
