import { expect, test } from 'vitest';
import { APP, fixedId } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { makeAny, removeAny } from '../../../test/builders/edit.ts';
import { backlog, World } from '../../../test/builders/world.ts';
import { createItems, emptyItem, firstState } from '../backlog/create-items.ts';
import { itemRanking, itemsByRank, type Item } from '../backlog/item.ts';
import { moveItems } from '../backlog/move-items.ts';
import { emptyWorkspace } from '../model.ts';
import { Draft } from './draft.ts';
import { gapOver, gapUnder, keysIn, LONGEST_KEY, MOST_RESPREAD, type Gap } from './rank.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Makes 10,000 items one after another, each in the gap that is told; gives the items in order and how many neighbours the worst insert re-spread. */
function insertMany(gapFor: (world: World, last: Item, n: number) => Gap<Item>): { keys: string[]; order: string[]; worst: number } {
  const world = backlog(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`o${n}`, null])));
  let last = world.item('o30');
  let worst = 0;
  const plain = { ...emptyItem(world.workspace, APP, world), state: firstState(world.workspace, APP).id, title: 'x', type: 'story' as const };
  for (let n = 0; n < 10_000; n++) {
    const draft = new Draft(world.workspace, { seq: n + 3, at: world.now });
    const [rank] = keysIn(draft, itemRanking, { gap: gapFor(world, world.workspace.get('item', last.id), n), moving: NOTHING, count: 1 });
    worst = Math.max(worst, draft.changes.length);
    draft.create('item', { ...plain, id: fixedId(0x1000_0000 + n), rank: rank! });
    last = world.workspace.get('item', fixedId(0x1000_0000 + n));
  }
  const all = [...world.workspace.list(itemsByRank, APP)];
  return { keys: all.map(({ rank }) => rank), order: all.map(({ id }) => id), worst };
}

const under = (world: World, above: Item | undefined) => gapUnder(world.workspace, itemRanking, { group: APP, above, moving: NOTHING });
const over = (world: World, below: Item | undefined) => gapOver(world.workspace, itemRanking, { group: APP, below, moving: NOTHING });

const ways: readonly (readonly [string, (world: World, last: Item, n: number) => Gap<Item>])[] = [
  ['each under the one before it', (world, last) => under(world, last)],
  ['each above the one before it', (world, last) => over(world, last)],
  ['in turn under and above the one before it', (world, last, n) => (n % 2 === 0 ? under(world, last) : over(world, last))],
  ['all directly under the same one', (world) => under(world, world.item('o29'))],
  ['all directly above the same one', (world) => over(world, world.item('o30'))],
];

test.each(ways)(
  '10,000 items put in at one place, %s, keep short keys and re-spread few neighbours',
  (_, gapFor) => {
    const { keys, worst } = insertMany(gapFor);
    expect(keys.length).toBe(10_060);
    expect(Math.max(...keys.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_KEY);
    expect(worst).toBeLessThanOrEqual(MOST_RESPREAD);
    expect(keys.every((key, at) => at === 0 || keys[at - 1]! < key)).toBe(true);
  },
  30_000,
);

test('what the kernel re-spread keeps its order, is no touch, and is marked', () => {
  const world = backlog({ a: 1, b: 1, c: 1 });
  const touched = world.item('b').touchedAt;
  world.later(1);
  const respreadNow = () => world.log.at(-1)!.changes.filter((change) => change.op === 'update' && change.respread);
  for (let n = 0; respreadNow().length === 0 && n < 300; n++)
    world.run(createItems, { product: APP, items: [{ title: `x${n}` }], place: { after: world.id('b') } });
  const respread = respreadNow();
  expect(respread.map((change) => change.op === 'update' && change.id)).toContain(world.id('b'));
  expect(world.item('b').touchedAt).toBe(touched);
  expect(world.ranked().startsWith('a b x')).toBe(true);
  expect(world.ranked().endsWith(' x0 c')).toBe(true);
});

test('a record that comes back to a key that was taken meanwhile stands right under who took it', () => {
  const world = backlog({ a: 1, b: 1, c: 1 });
  const { b, key } = { b: world.item('b'), key: world.item('b').rank };
  world.run(removeAny, { in: 'item', id: b.id });
  const removal = world.log.at(-1)!;
  const { version: _, touchedAt: __, ...twin } = b;
  world.run(makeAny, { in: 'item', record: { ...twin, id: fixedId(0x99), title: 'z', number: 99 } });
  world.undo(removal);
  expect(world.item('z').rank).toBe(key);
  expect(world.item('b').rank).not.toBe(key);
  expect(world.ranked()).toBe('a z b c');
});

test('a thousand items move as one and stay in their order', () => {
  const world = new World();
  const titles = Array.from({ length: 1200 }, (_, n) => `i${n}`);
  world.run(createItems, { product: APP, items: titles.map((title) => ({ title })) });
  world.run(moveItems, { product: APP, items: world.ids(...titles.slice(100, 1100)).toReversed(), place: { to: 'top' } });
  expect(world.ranked()).toBe([...titles.slice(100, 1100), ...titles.slice(0, 100), ...titles.slice(1100)].join(' '));
});

test('what moves takes no key that something in the list still has, so that keys are unique after every single change', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  const mirror = emptyWorkspace();
  const titles = ['a', 'b', 'c', 'd', 'e'];
  const chance = new Chance(3);
  for (let n = 0; n < 300; n++)
    world.run(moveItems, {
      product: APP,
      items: world.ids(...chance.some(titles, 4)),
      place: chance.pick([{ to: 'top' as const }, { to: 'bottom' as const }, { position: chance.whole(1, 5) }]),
    });
  for (const { changes, seq, at } of world.log) {
    const isRespread = changes.some((change) => change.op === 'update' && change.respread);
    for (const change of changes) {
      mirror.apply([change], { seq, at });
      const keys = Array.from(mirror.list(itemsByRank, APP), ({ rank }) => rank);
      if (!isRespread) expect(new Set(keys).size, `entry ${seq}`).toBe(keys.length);
    }
  }
});
