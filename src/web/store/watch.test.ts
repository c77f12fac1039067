import { expect, test } from 'vitest';
import { createItems } from '../../domain/backlog/create-items.ts';
import { moveItems } from '../../domain/backlog/move-items.ts';
import { positionOf } from '../../domain/backlog/move-items.ts';
import { rankedRows } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import { model } from '../../domain/model.ts';
import { perform } from '../../domain/kernel/perform.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import type { Collections } from '../../domain/collections.ts';
import { APP, fixedId } from '../../../test/builders/cast.ts';
import { World } from '../../../test/builders/world.ts';
import { isEqual } from './equal.ts';
import { Watch, Watches } from './watch.ts';

/** A world whose watches are told of what each verb touches. */
function watched() {
  const world = new World().add({ one: 1, two: 2, three: 3 });
  const watches = new Watches(() => world.workspace);
  let n = 0;
  const run = (verb: unknown, input: unknown): void => {
    n += 1;
    let ids = 0;
    const touched = new Set<string>();
    const context = { actor: null, now: world.now, newId: () => fixedId(0x9000 + n * 100 + (ids += 1)), givesNumbers: true, entry: () => undefined };
    const calls = [{ verb: verb as Verb<Collections>, input: (verb as Verb<Collections>).input.parse(input) }];
    perform(calls, { model, workspace: world.workspace, context, stamp: { seq: 100 + n, at: world.now }, access: null, onTouch: (key) => touched.add(key) });
    watches.touch(touched);
  };
  return { world, watches, run };
}

/** A watch with how often it looked and how often it told. */
function counted<T>(watches: Watches, look: (view: View) => T) {
  const counts = { looked: 0, told: 0 };
  const watch = new Watch(watches, (view) => {
    counts.looked += 1;
    return look(view);
  });
  watch.get();
  const stop = watch.subscribe(() => {
    counts.told += 1;
    watch.get();
  });
  return { watch, counts, stop };
}

test('a question is asked again only when something it looked at was touched', () => {
  const { world, watches, run } = watched();
  const one = counted(watches, (view) => view.find('item', world.id('one'))?.title);
  const three = counted(watches, (view) => positionOf(view, world.item('three')));
  run(createItems, { product: APP, items: [{ title: 'four' }] });
  expect(one.counts).toEqual({ looked: 1, told: 0 });
  run(moveItems, { product: APP, items: [world.id('three')], place: { to: 'top' } });
  expect(one.counts).toEqual({ looked: 1, told: 0 });
  expect(three.counts.told).toBeGreaterThan(0);
  expect(three.watch.get()).toBe(1);
});

test('an equal answer is the same answer', () => {
  const { watches, run } = watched();
  const { watch, counts } = counted(watches, (view) => ({ titles: Array.from(view.list(rankedRows, APP), ({ title }) => title).slice(0, 2), at: { x: [1] } }));
  const before = watch.get();
  run(createItems, { product: APP, items: [{ title: 'four' }] });
  expect(counts).toEqual({ looked: 2, told: 1 });
  expect(watch.get()).toBe(before);
});

test('a whole collection that was looked at counts for each of its records', () => {
  const { world, watches, run } = watched();
  const { counts } = counted(watches, (view) => [...view.all('item')].length);
  run(moveItems, { product: APP, items: [world.id('one')], place: { to: 'bottom' } });
  expect(counts.told).toBe(1);
});

test('who asks without listening gets what is there now', () => {
  const { world, watches, run } = watched();
  const watch = new Watch(watches, (view) => view.list(rankedRows, APP).length);
  expect(watch.get()).toBe(3);
  run(createItems, { product: APP, items: [{ title: 'four' }] });
  expect(watch.get()).toBe(4);
  const stop = watch.subscribe(() => {});
  stop();
  run(createItems, { product: APP, items: [{ title: 'five' }] });
  expect(watch.get()).toBe(world.workspace.list(rankedRows, APP).length);
});

test('the ids of a group are the same array until its order changes', () => {
  const { world, watches, run } = watched();
  const { watch } = counted(watches, (view) => view.list(rankedRows, APP).ids);
  const before = watch.get();
  world.workspace.apply([{ op: 'update', in: 'item', id: world.id('one'), from: { title: 'one' }, to: { title: 'uno' } }], { seq: 99, at: world.now });
  watches.touch(null);
  expect(watch.get()).toBe(before);
  run(moveItems, { product: APP, items: [before[2]!], place: { to: 'top' } });
  expect(watch.get()).toEqual([before[2], before[0], before[1]]);
});

test('the ids of a group follow every put and take, few or many', () => {
  const { world } = watched();
  const ids = () => world.workspace.list(rankedRows, APP).ids;
  for (const count of [1, 5, 100]) {
    ids();
    world.run(createItems, { product: APP, items: Array.from({ length: count }, (_, n) => ({ title: `${count}-${n}` })), place: { position: 2 } });
    world.run(moveItems, { product: APP, items: [ids()[0]!], place: { to: 'bottom' } });
    const fork = world.workspace.fork();
    expect(fork.list(rankedRows, APP).ids).toBe(ids());
    expect(ids()).toEqual(Array.from(world.workspace.list(rankedRows, APP), ({ id }) => id));
  }
});

test('answers that ask the same are one', () => {
  const { watches } = watched();
  const of = {};
  expect(watches.shared(of, 'a', () => 1)).toBe(watches.shared(of, 'a', () => 1));
  expect(watches.shared(of, 'a', () => 1)).not.toBe(watches.shared(of, 'b', () => 1));
});

test('plain things are equal by what they hold, others only when they are the same', () => {
  expect(isEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(isEqual({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isEqual(new Map([[1, 2]]), new Map([[3, 4]]))).toBe(false);
  expect(isEqual([1, 2], [1, 2, 3])).toBe(false);
  expect(isEqual(Number.NaN, Number.NaN)).toBe(true);
});
