import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { rankedRows } from '../backlog/open.ts';
import { retroActionsOf } from './retro-action.ts';
import { addRetroAction, makeItemOfAction, removeRetroAction, updateRetroAction } from './retro-actions.ts';
import { closeSprint } from './close-sprint.ts';
import { writeSprintNotes } from './write-sprint-notes.ts';

function retrospective() {
  const world = new Sprinting({ a: 5 });
  const sprint = world.sprint();
  world.plan(sprint, 'a').start(sprint).run(closeSprint, { sprint });
  const actions = () => [...world.workspace.list(retroActionsOf, sprint)];
  const add = (text: string) => world.run(addRetroAction, { sprint, text }).made[0]!;
  return { world, sprint, actions, add };
}

test('what a team means to do otherwise is written down, put in other words and taken out, in its order', () => {
  const { world, actions, add } = retrospective();
  const [first, second] = [add('Review on the same day'), add('Fewer meetings')];
  add('Talk to hikers');
  world.run(updateRetroAction, { retroAction: second, text: 'One meeting less' });
  world.run(removeRetroAction, { retroAction: first });
  expect(actions().map(({ text }) => text)).toEqual(['One meeting less', 'Talk to hikers']);
});

test('an action becomes an item at the end of the backlog in one step, once, and that is taken back in one', () => {
  const { world, sprint, actions, add } = retrospective();
  const retroAction = add('Review on the same day');
  const done = world.run(makeItemOfAction, { retroAction });
  const item = world.workspace.get('item', actions()[0]!.item!);
  expect(item).toMatchObject({ title: 'Review on the same day', type: 'chore', product: APP, team: world.get(sprint).team });
  expect([...world.workspace.list(rankedRows, APP)].at(-1)?.id).toBe(item.id);
  expect(world.run(makeItemOfAction, { retroAction }).entry).toBeNull();
  world.undo(done.entry);
  expect([actions()[0]!.item, world.workspace.find('item', item.id)]).toEqual([null, undefined]);
});

test('review and retrospective are written after the sprint has closed, and nobody’s text is overwritten', () => {
  const { world, sprint } = retrospective();
  world.run(writeSprintNotes, { sprint, of: 'review', base: null, text: '# Shown' });
  world.run(writeSprintNotes, { sprint, of: 'retrospective', base: null, text: 'Calm.' });
  const { review, retrospective: notes } = world.get(sprint);
  expect([review, notes].map((version) => world.texts.get(version!)?.body)).toEqual(['# Shown', 'Calm.']);
  expect(world.refusal(() => world.run(writeSprintNotes, { sprint, of: 'review', base: null, text: 'Mine' }))).toEqual([
    { code: 'stale-text', field: 'review', current: review },
  ]);
  world.run(writeSprintNotes, { sprint, of: 'review', base: review, text: ' ' });
  expect(world.get(sprint).review).toBeNull();
});
