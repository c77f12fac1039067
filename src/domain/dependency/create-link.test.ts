import { expect, test } from 'vitest';
import { WEB } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { createLink, removeLink } from './create-link.ts';
import type { LinkType } from './link.ts';

const link = (world: World, type: LinkType, [from, to]: readonly [string, string]) =>
  world.run(createLink, { type, from: world.id(from), to: world.id(to) }).made[0]!;
const why = (world: World, type: LinkType, ends: readonly [string, string]) => world.refusal(() => link(world, type, ends));

test('a link that would close a circle is refused and the shortest circle is named, also across products', () => {
  const world = backlog({ a: 1, b: 1, c: 1 }).add({ w: 1 }, { product: WEB });
  link(world, 'blocks', ['a', 'b']);
  link(world, 'blocks', ['b', 'w']);
  link(world, 'blocks', ['w', 'c']);
  link(world, 'blocks', ['a', 'w']);
  expect(why(world, 'blocks', ['c', 'a'])).toEqual([{ code: 'would-cycle', path: world.ids('c', 'a', 'w', 'c') }]);
  expect(why(world, 'relates', ['c', 'a'])).toEqual([]);
  expect(why(world, 'blocks', ['c', 'c'])).toEqual([{ code: 'would-cycle', path: world.ids('c', 'c') }]);
});

test('the same link is made once; what relates or duplicates is the same in both directions', () => {
  const world = backlog({ a: 1, b: 1 });
  link(world, 'blocks', ['a', 'b']);
  link(world, 'relates', ['a', 'b']);
  expect(why(world, 'blocks', ['a', 'b'])).toMatchObject([{ code: 'same-twice' }]);
  expect(why(world, 'relates', ['b', 'a'])).toMatchObject([{ code: 'same-twice' }]);
});

test('a link taken away does not come back by undo when it would close a circle by then', () => {
  const world = backlog({ a: 1, b: 1 });
  const first = link(world, 'blocks', ['a', 'b']);
  const { entry } = world.run(removeLink, { link: first });
  link(world, 'blocks', ['b', 'a']);
  expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo', kept: [{ in: 'link', id: first }] }]);
});
