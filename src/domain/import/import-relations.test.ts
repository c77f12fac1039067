import { expect, test } from 'vitest';
import { rowOf, takeIn, tieOf } from '../../../test/builders/imports.ts';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { setParent } from '../backlog/set-parent.ts';
import { removeLink } from '../dependency/create-link.ts';
import type { LinkType } from '../dependency/link.ts';

const rows = [rowOf('e', { type: 'epic' }), rowOf('f', { type: 'epic' }), rowOf('a'), rowOf('b'), rowOf('c')];
const tie = (type: LinkType, from: string, to: string) => ({ type, from, to });
const links = (world: World) => {
  const title = (id: string) => world.workspace.get('item', id).title;
  return [...world.workspace.all('link')].map(({ type, from, to }) => `${title(from)} ${type} ${title(to)}`).toSorted();
};

test('items get their parents and links, each once though both rows name it', () => {
  const world = backlog();
  const blocks = tie('blocks', 'a', 'b');
  takeIn(world, {
    rows,
    ties: [
      tieOf('a', { parent: 'e', links: [blocks] }),
      tieOf('b', { links: [blocks, tie('relates', 'c', 'b')] }),
      tieOf('c', { links: [tie('relates', 'b', 'c')] }),
    ],
  });
  expect(world.item('a').parent).toBe(world.id('e'));
  expect(links(world)).toEqual(['a blocks b', 'c relates b']);
});

test('being tied to a parent is no touch: the item was last touched when the file says so', () => {
  const world = backlog();
  takeIn(world, {
    rows: [rowOf('e', { type: 'epic' }), rowOf('a', { createdOn: '2020-03-01', updatedOn: '2021-04-05' })],
    ties: [tieOf('a', { parent: 'e' })],
  });
  expect(world.item('a')).toMatchObject({ parent: world.id('e'), touchedAt: '2021-04-05T00:00:00.000Z' });
});

test('a parent that is not larger is left out and named', () => {
  const world = backlog();
  const { kept } = takeIn(world, { rows, ties: [tieOf('a', { parent: 'b' }), tieOf('b', { parent: 'gone' }), tieOf('c', { parent: 'c' })] });
  expect(['a', 'b', 'c'].map((title) => world.item(title).parent)).toEqual([null, null, null]);
  expect(kept.map(({ id, field }) => `${world.workspace.get('item', id).title} ${field}`)).toEqual(['a parent', 'b parent', 'c parent']);
});

test('a circle of items that block each other is not closed, and named', () => {
  const world = backlog();
  const { kept } = takeIn(world, {
    rows,
    ties: [
      tieOf('a', { links: [tie('blocks', 'a', 'b')] }),
      tieOf('b', { links: [tie('blocks', 'b', 'c')] }),
      tieOf('c', { links: [tie('blocks', 'c', 'a')] }),
    ],
  });
  expect(links(world)).toEqual(['a blocks b', 'b blocks c']);
  expect(kept).toMatchObject([{ id: world.id('c'), field: 'links' }]);
});

test('the same ties again change nothing; a parent follows the file unless another was chosen here', () => {
  const world = backlog();
  const ties = [tieOf('a', { parent: 'e' }), tieOf('b', { parent: 'e' })];
  takeIn(world, { rows, ties });
  world.run(setParent, { items: [world.id('a')], parent: null });
  expect(takeIn(world, { rows, ties }).kept).toEqual([]);
  expect(world.item('a').parent).toBeNull();
  const { kept } = takeIn(world, { rows, ties: [tieOf('a', { parent: 'f' }), tieOf('b', { parent: 'f' })] });
  expect([world.item('a').parent, world.item('b').parent]).toEqual([null, world.id('f')]);
  expect(kept).toMatchObject([{ id: world.id('a'), field: 'parent' }]);
});

test('a link that was taken away here stays away, also when the file names another beside it', () => {
  const world = backlog();
  takeIn(world, { rows, ties: [tieOf('a', { links: [tie('blocks', 'a', 'b')] })] });
  world.run(removeLink, { link: [...world.workspace.all('link')][0]!.id });
  takeIn(world, { rows, ties: [tieOf('a', { links: [tie('blocks', 'a', 'b')] })] });
  expect(links(world)).toEqual([]);
  takeIn(world, { rows, ties: [tieOf('a', { links: [tie('blocks', 'a', 'b'), tie('blocks', 'a', 'c')] })] });
  expect(links(world)).toEqual(['a blocks c']);
});

test('a row that is not here is passed over', () => {
  const world = backlog();
  takeIn(world, { rows, ties: [tieOf('nobody', { parent: 'e', links: [tie('blocks', 'nobody', 'a')] })] });
  expect(links(world)).toEqual([]);
});

test('a link leads into another product of the same file, whichever of its rows came in last; taken away here it stays away', () => {
  const world = backlog();
  const ties = [tieOf('a', { links: [tie('blocks', 'a', 'w'), tie('relates', 'a', 'b')] })];
  takeIn(world, { rows: [rowOf('a'), rowOf('b')], ties, beside: [WEB] });
  expect(links(world)).toEqual(['a relates b']);
  takeIn(world, { rows: [rowOf('w')], ties, product: WEB, beside: [APP] });
  expect(links(world)).toEqual(['a blocks w', 'a relates b']);
  const blocks = [...world.workspace.all('link')].find(({ type }) => type === 'blocks')!;
  world.run(removeLink, { link: blocks.id });
  takeIn(world, { rows: [rowOf('a')], ties, beside: [WEB] });
  expect(links(world)).toEqual(['a relates b']);
});

test('a parent is looked for in the product of its child only', () => {
  const world = backlog();
  takeIn(world, { rows: [rowOf('e', { type: 'epic' })] });
  const { kept } = takeIn(world, { rows: [rowOf('w')], ties: [tieOf('w', { parent: 'e' })], product: WEB, beside: [APP] });
  expect([world.item('w').parent, kept.length]).toEqual([null, 1]);
});
