import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { folded } from '../../../test/builders/folded.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { addHolidays } from '../team/holidays.ts';
import { dailyDays, planSince } from './daily.ts';
import { sprintStory } from './sprint-story.ts';

test('what was under way when the last working day ended is held against today, worked out by hand here', () => {
  const world = new Sprinting({ finished: 1, on: 1, still: 1, back: 1, left: 1, begun: 1, todo: 1, added: 1, old: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'finished', 'on', 'still', 'back', 'left', 'begun', 'todo', 'old').start(sprint);
  const go = (group: StateGroup, ...titles: string[]) => world.run(setState, { items: world.ids(...titles), state: stateIn(world.workspace, APP, group)!.id });
  go('in-progress', 'finished', 'on', 'still', 'back', 'left', 'old');
  go('done', 'old');
  world.later(1); // Tuesday: its end is Monday's plan
  go('in-review', 'finished', 'on');
  go('done', 'finished');
  go('backlog', 'back');
  go('in-progress', 'begun');
  world.plan(null, 'left').plan(sprint, 'added');
  go('in-progress', 'added');
  const story = folded(world, sprintStory, { input: { sprint }, day: '2026-03-03' });
  const { wasUnderWay, begun } = planSince(world.workspace, world.get(sprint), { story, since: '2026-03-02' });
  expect(Object.fromEntries(wasUnderWay.map(({ item, became }) => [world.titles([item]), became]))).toEqual({
    finished: 'finished',
    on: 'went-on',
    still: 'still',
    back: 'put-back',
    left: 'left',
  });
  expect(world.titles(begun)).toBe('begun added');
});

test('the day before is the working day before, over weekends and holidays, and what is left is counted with today', () => {
  const world = new Sprinting();
  const sprint = world.get(world.sprint());
  const days = () => dailyDays(world.workspace, sprint, { team: world.workspace.get('team', world.web), now: world.now });
  expect(days()).toEqual({ today: '2026-03-02', since: '2026-02-27', left: 10 });
  world.run(addHolidays, { team: world.web, holidays: [{ name: 'Fair', from: '2026-03-05', to: '2026-03-06' }] });
  world.later(7);
  expect(days()).toEqual({ today: '2026-03-09', since: '2026-03-04', left: 5 });
  world.later(7);
  expect(days().left).toBe(0);
});
