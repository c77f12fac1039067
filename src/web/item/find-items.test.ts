import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { findItems } from './find-items.ts';

const find = (world: World, typed: string, products: readonly string[] = [APP]) =>
  findItems(world.workspace, products, { typed, most: 3, fits: ({ title }) => title !== 'Not this map' }).map(({ title }) => title);

test('every word must be in the title or the key, whatever their case and accents', () => {
  const world = backlog({ 'Öffline Maps of hütten': 1, 'Maps only': 1, 'Not this map': 1 });
  expect(find(world, 'MAPS offline')).toEqual(['Öffline Maps of hütten']);
  expect(find(world, 'hutten')).toEqual(['Öffline Maps of hütten']);
  expect(find(world, 'nothing like it')).toEqual([]);
});

test('an item named by its whole key comes first, however low it ranks', () => {
  const titles = Array.from({ length: 12 }, (_, n) => `${n + 1}`);
  const world = backlog(Object.fromEntries(titles.map((title) => [title, 1])));
  const key = `APP-${world.item('12').number}`;
  expect(find(world, key.toLowerCase())[0]).toBe('12');
});

test('at most so many are found, best ranked first, of the first product before the others', () => {
  const world = backlog({ 'a map': 1, 'b map': 1 }).add({ 'c map': 1, 'd map': 1 }, { product: WEB });
  expect(find(world, 'map', [WEB, APP])).toEqual(['c map', 'd map', 'a map']);
  expect(find(world, '')).toEqual(['a map', 'b map']);
});
