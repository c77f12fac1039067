import { expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { folded } from '../../../test/builders/folded.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import { closeSprint } from './close-sprint.ts';
import { moveInSprint } from './move-in-sprint.ts';
import { sprintStory } from './sprint-story.ts';
import { sprintThen } from './sprint-then.ts';

const state = (world: Sprinting, group: 'backlog' | 'in-progress' | 'done') => stateIn(world.workspace, APP, group)!.id;

test('a closed sprint is as it was in its last moment, whatever happens to its items later; taken back, it is open again', () => {
  const world = new Sprinting({ a: 5, b: 3, c: null });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c').start(sprint).later(1);
  const then = () => {
    const { closedOn, cards } = folded(world, sprintThen, { input: { sprint }, day: '2026-03-02' });
    return [closedOn, ...cards.map(({ item, ...card }) => ({ title: world.titles([item]), ...card }))];
  };
  world.run(setState, { items: world.ids('b'), state: state(world, 'done') });
  world.run(setState, { items: world.ids('c'), state: state(world, 'in-progress') });
  world.run(editAny, { in: 'item', id: world.id('c'), values: { assignee: CAST.tom.id } });
  world.run(moveInSprint, { sprint, items: world.ids('c'), place: { to: 'top' } });
  expect(then()).toEqual([null]);
  const { entry } = world.run(closeSprint, { sprint });
  const asItWas = [
    '2026-03-03',
    { title: 'c', state: state(world, 'in-progress'), assignee: CAST.tom.id, estimate: null },
    { title: 'a', state: state(world, 'backlog'), assignee: null, estimate: { kind: 'points', value: 5 } },
    { title: 'b', state: state(world, 'done'), assignee: null, estimate: { kind: 'points', value: 3 } },
  ];
  expect(then()).toEqual(asItWas);
  world.later(2).run(setState, { items: world.ids('a', 'b', 'c'), state: state(world, 'backlog') });
  world.run(editAny, { in: 'item', id: world.id('b'), values: { estimate: null, trashedAt: world.now } });
  expect(then()).toEqual(asItWas);
  world.undo(entry);
  expect(then()).toEqual([null]);
});

test('the story of a sprint whose end was taken back has nothing added and nothing taken out by that', () => {
  const world = new Sprinting({ a: 5, b: 3 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b').start(sprint).later(1);
  const story = () => folded(world, sprintStory, { input: { sprint }, day: '2026-03-02' });
  const before = story();
  world.run(closeSprint, { sprint });
  world.undo();
  expect(story()).toEqual(before);
});
