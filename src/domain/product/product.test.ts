import { expect, test } from 'vitest';
import { APP, WORKSPACE } from '../../../test/builders/cast.ts';
import { makeAny } from '../../../test/builders/edit.ts';
import { backlog, World } from '../../../test/builders/world.ts';
import { statesOf } from '../backlog/state.ts';
import { createItems } from '../backlog/create-items.ts';
import { updateWorkspace } from '../workspace/update-workspace.ts';
import { createProduct } from './create-product.ts';
import { updateProduct } from './update-product.ts';

test('a new product has the usual workflow and nothing of it in triage', () => {
  const world = new World();
  const [product] = world.run(createProduct, { key: 'trl', name: 'Trailhead', zone: 'Europe/Berlin' }).made;
  expect(world.workspace.get('product', product!)).toMatchObject({ key: 'TRL', goal: '', unit: null, lastNumber: 0 });
  expect(Array.from(world.workspace.list(statesOf, product!), ({ group }) => group)).toEqual([
    'backlog',
    'ready',
    'in-progress',
    'in-review',
    'done',
    'declined',
  ]);
  expect(world.run(createItems, { product: 'TRL', items: [{ title: 'first' }] }).entry).not.toBeNull();
});

test('a key is used once, and what can not be a key is refused', () => {
  const world = new World();
  expect(world.refusal(() => world.run(createProduct, { key: 'app', name: 'x' }))).toEqual([{ code: 'key-taken', key: 'APP' }]);
  for (const key of ['A', '1APP', 'A-B', 'ELEVENCHARS', 'ÄPP']) expect(() => world.run(createProduct, { key, name: 'x' })).toThrow('a key is');
  expect(() => world.run(createProduct, { key: 'XX', name: 'x', zone: 'Mars/Olympus' })).toThrow();
});

test('a number that is an old key of some item is never given', () => {
  const world = backlog({ a: 1 });
  world.run(makeAny, { in: 'alias', record: { id: '00000000-0000-7000-8000-00000000a1a5', key: 'APP-2', item: world.id('a') } });
  expect(world.add({ b: 1, c: 1 }).item('b').number).toBe(3);
  expect(world.workspace.get('product', APP).lastNumber).toBe(4);
});

test('a product and its workspace get other values one by one', () => {
  const world = new World();
  world.run(updateProduct, { product: 'APP', goal: 'Hike without a paper map', unit: 'points' });
  world.run(updateProduct, { product: 'APP', sizeLimit: 200 });
  expect(world.workspace.get('product', APP)).toMatchObject({ goal: 'Hike without a paper map', unit: 'points', sizeLimit: 200 });
  world.run(updateWorkspace, { stepsHidden: true });
  world.run(updateWorkspace, { name: 'Northwind Outdoors' });
  expect(world.workspace.get('workspace', WORKSPACE)).toMatchObject({ name: 'Northwind Outdoors', stepsHidden: true });
});
