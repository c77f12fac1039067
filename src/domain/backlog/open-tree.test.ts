import { expect, test } from 'vitest';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { moveItems } from './move-items.ts';
import { openTree } from './open-tree.ts';

/** The tree as text: `epic(story(task) bug) other`. */
function drawn(world: World): string {
  const tree = openTree(world.workspace, APP);
  const draw = (parent: string | null): string =>
    (tree.get(parent) ?? [])
      .map((id) => {
        const below = draw(id);
        return `${world.workspace.get('item', id).title}${below === '' ? '' : `(${below})`}`;
      })
      .join(' ');
  return draw(null);
}

function family(): World {
  const world = backlog().add({ epic: null }, { type: 'epic' }).add({ first: 1 });
  world.add({ a: 1, b: 1 }, { parent: world.id('epic') });
  return world.add({ t: null, u: null }, { type: 'task', parent: world.id('a') });
}

test('children stand under their parents, and a parent where its highest child stands', () => {
  const world = family();
  expect(drawn(world)).toBe('first epic(a(t u) b)');
  world.run(moveItems, { product: APP, items: [world.id('b')], place: { to: 'top' } });
  expect(drawn(world)).toBe('epic(b a(t u)) first');
});

test('a task never moves its story, wherever its own key stands', () => {
  const world = family();
  world.run(moveItems, { product: APP, items: [world.id('u')], place: { to: 'top' } });
  expect(drawn(world)).toBe('first epic(a(u t) b)');
});

test('what is closed is not in the tree, and what was under it stands by itself', () => {
  const world = backlog().add({ done: null }, { type: 'epic', state: stateId(APP, 4) });
  world.add({ a: 1 }, { parent: world.id('done') }).add({ b: 1 });
  expect(drawn(world)).toBe('a b');
});

test('a parent whose children are all closed stands at its own key again', () => {
  const world = backlog().add({ x: 1 }).add({ epic: null }, { type: 'epic' });
  world.add({ a: 1 }, { parent: world.id('epic'), state: stateId(APP, 4) }).add({ y: 1 });
  expect(drawn(world)).toBe('x epic y');
});
