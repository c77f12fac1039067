import { expect, test } from 'vitest';
import { backlog } from '../../../../test/builders/world.ts';
import { sharedValues } from './shared-values.ts';

test('what all items have is chosen, and what some have is counted', () => {
  const world = backlog()
    .add({ a: 1, b: 1 }, { tags: ['maps', 'winter'] })
    .add({ c: 1 }, { tags: ['maps'] });
  const items = ['a', 'b', 'c'].map((title) => world.item(title));
  const { all, hintOf } = sharedValues(items, ({ tags }) => tags);
  expect(all).toEqual(['maps']);
  expect(['maps', 'winter', 'new'].map(hintOf)).toEqual([undefined, '2 of 3', undefined]);
});

test('a value that nobody has is not chosen', () => {
  const world = backlog({ a: 1, b: null });
  expect(sharedValues([world.item('a'), world.item('b')], ({ assignee }) => [assignee]).all).toEqual([]);
});
