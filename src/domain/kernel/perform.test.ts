import { expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { dump } from '../../../test/builders/dump.ts';
import { backlog, World, type WorldCall } from '../../../test/builders/world.ts';
import { createItems } from '../backlog/create-items.ts';
import { moveItems } from '../backlog/move-items.ts';
import { updateItems } from '../backlog/update-items.ts';
import { updateProduct } from '../product/update-product.ts';

const call = (verb: unknown, input: unknown): WorldCall => ({ verb: verb as WorldCall['verb'], input });

test('things are named by id, by key in whatever case, and by an older key', () => {
  const world = backlog({ a: 1, b: 1 });
  world.run(moveItems, { product: 'app', items: ['app-2', world.id('a')], place: { to: 'bottom' } });
  expect(world.refusal(() => world.run(moveItems, { product: APP, items: ['APP-3'], place: { to: 'top' } }))).toEqual([
    { code: 'not-there', collection: 'item', id: 'APP-3' },
  ]);
  expect(world.refusal(() => world.run(moveItems, { product: APP, items: ['APP-01'], place: { to: 'top' } }))).toMatchObject([{ code: 'not-there' }]);
});

test('several calls are one change: a later one may use what an earlier one made, and when one is refused none is done', () => {
  const world = new World();
  const { entry } = world.batch([call(createItems, { product: APP, items: [{ title: 'a' }] }), call(updateItems, { items: [world.nextId(1)], tags: ['new'] })]);
  expect([entry!.verb, world.item('a').tags]).toEqual(['batch', ['new']]);
  const before = dump(world.workspace);
  const refused = world.refusal(() =>
    world.batch([call(updateItems, { items: world.ids('a'), title: 'A' }), call(updateProduct, { product: WEB, goal: 'x' })], 'tom'),
  );
  expect(refused).toEqual([{ code: 'not-allowed', may: 'edit-product' }]);
  expect(dump(world.workspace)).toEqual(before);
});

test('what an entry needed is written in it, each permission once', () => {
  const world = backlog({ a: 1, b: 1, c: 1 });
  world.run(updateItems, { items: world.ids('a', 'b', 'c'), dueOn: '2026-04-01' });
  expect(world.log.at(-1)!.claims).toEqual([{ may: 'edit-items', on: { in: 'product', id: APP } }]);
});

test('a command that would be larger than an entry may be is refused as a whole', () => {
  const world = new World();
  const criteria = ['one', 'two', 'three', 'four', 'five'];
  const items = Array.from({ length: 2000 }, (_, n) => ({ title: `i${n}`, criteria }));
  expect(world.refusal(() => world.run(createItems, { product: APP, items }))).toMatchObject([{ code: 'too-many', most: 10_000 }]);
  expect([...world.workspace.all('item')]).toEqual([]);
});

test('values that a schema does not know or take are refused before anything else', () => {
  const world = backlog({ a: 1 });
  const items = world.ids('a');
  for (const bad of [
    { items: [] },
    { items, unknown: 1 },
    { items, dueOn: '2026-02-30' },
    { items, estimate: { kind: 'points', value: 1e308 } },
    { items, estimate: { kind: 'points', value: Number.NaN } },
    { items, tags: ['a\u0000'] },
  ]) {
    expect(() => world.run(updateItems, bad as never), JSON.stringify(bad)).toThrow();
  }
});
