import { expect, test } from 'vitest';
import { CAST } from '../../../test/builders/cast.ts';
import { APP, stateId } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { rankedRows } from './open.ts';
import { ALL_ITEMS, isFiltering, matcherOf, type ItemFilter } from './filter.ts';

const found = (world: World, filter: Partial<ItemFilter>): string => {
  const isWanted = matcherOf(world.workspace, { ...ALL_ITEMS, ...filter });
  return Array.from(world.workspace.list(rankedRows, APP))
    .filter(isWanted)
    .map(({ title }) => title)
    .join(' ');
};

const mixed = () =>
  backlog()
    .add({ map: 1 }, { type: 'bug', tags: ['winter', 'maps'], assignee: CAST.tom.id })
    .add({ hut: 1 }, { tags: ['huts'], state: stateId(APP, 2) })
    .add({ Über: 1 }, { assignee: CAST.pia.id });

test('a filter without values wants every item', () => {
  expect(found(mixed(), {})).toBe('map hut Über');
  expect([isFiltering(ALL_ITEMS), isFiltering({ ...ALL_ITEMS, text: ' ' }), isFiltering({ ...ALL_ITEMS, tags: [null] })]).toEqual([false, false, true]);
});

test('of one field any of the values is enough, and of several fields each must fit', () => {
  const world = mixed();
  expect(found(world, { assignees: [CAST.tom.id, CAST.pia.id] })).toBe('map Über');
  expect(found(world, { assignees: [CAST.tom.id, CAST.pia.id], types: ['bug'] })).toBe('map');
  expect(found(world, { states: [stateId(APP, 2)] })).toBe('hut');
  expect(found(world, { tags: ['winter', 'huts'] })).toBe('map hut');
});

test('items without an assignee, a tag or a release can be wanted too', () => {
  const world = mixed();
  expect(found(world, { assignees: [null] })).toBe('hut');
  expect(found(world, { tags: [null, 'maps'] })).toBe('map Über');
  expect(found(world, { releases: [null] })).toBe('map hut Über');
});

test('every word of the text must be in the title or the key, whatever their case and accents', () => {
  const world = mixed();
  expect(found(world, { text: 'uber' })).toBe('Über');
  expect(found(world, { text: `app-${world.item('hut').number} HUT` })).toBe('hut');
  expect(found(world, { text: 'hut map' })).toBe('');
});
