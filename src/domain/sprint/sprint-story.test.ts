import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { folded } from '../../../test/builders/folded.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import { closeSprint } from './close-sprint.ts';
import { sprintStory, type SprintStory } from './sprint-story.ts';

const storyOf = (world: Sprinting, sprint: string): SprintStory => folded(world, sprintStory, { input: { sprint }, day: '2026-03-13' });

const go = (world: Sprinting, title: string, group: 'in-progress' | 'done') =>
  world.run(setState, { items: world.ids(title), state: stateIn(world.workspace, APP, group)!.id });

test('a sprint tells what it began with, what came and went later, and what was done when it closed', () => {
  const world = new Sprinting({ a: 5, b: 3, c: 2, late: 8, never: 1 });
  const sprint = world.sprint();
  world.add({ task: null }, { type: 'task', parent: world.id('a') });
  world.plan(sprint, 'a', 'b', 'c', 'never').plan(null, 'never').start(sprint);
  go(world, 'a', 'in-progress');
  world.later(1).plan(sprint, 'late').plan(sprint, 'never').plan(null, 'never', 'b');
  go(world, 'a', 'done');
  world.later(3);
  go(world, 'c', 'done');
  const told = () => {
    const story = storyOf(world, sprint);
    const days = (moves: SprintStory['added']) => moves.map(({ item, on }) => `${world.titles([item])} ${on.slice(5)}`);
    return {
      committed: world.titles(story.committed),
      added: days(story.added),
      removed: days(story.removed),
      done: world.titles(story.done),
      left: world.titles(story.left),
      moved: days(story.moved),
      points: story.points,
    };
  };
  const then = {
    committed: 'a b c',
    added: ['late 03-03'],
    removed: ['b 03-03'],
    done: 'a c',
    left: 'late',
    moved: ['a 03-02', 'a 03-03', 'c 03-06'],
    points: { committed: 10, added: 8, removed: 3, done: 7, left: 8 },
  };
  expect(told()).toEqual(then);
  world.run(closeSprint, { sprint });
  go(world, 'late', 'done');
  expect(told()).toEqual(then); // what is unfinished went on, and what is done there is no longer this sprint's
});
