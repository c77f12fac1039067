import { USUAL_TEAM } from '../team/team.ts';
import { expect, test } from 'vitest';
import { APP, CAST, fixedId, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny, removeAny } from '../../../test/builders/edit.ts';
import { backlog, World } from '../../../test/builders/world.ts';
import { createItems } from '../backlog/create-items.ts';
import { moveItems } from '../backlog/move-items.ts';
import { generateNKeysBetween } from 'fractional-indexing';

const edit = (world: World, title: string, ...[values, as = 'ada']: readonly [values: object, as?: 'ada' | 'pia' | 'tom']) =>
  world.run(editAny, { in: 'item', id: world.id(title), values: { ...values } }, as);
const LINK = fixedId(0x51);

test('what still has the value that the entry gave goes back; what somebody changed since stays and is named with who did', () => {
  const world = backlog({ a: 1 });
  const { entry } = world.run(editAny, { in: 'item', id: world.id('a'), values: { dueOn: '2026-04-01', tags: ['web'], title: 'A' } });
  edit(world, 'A', { dueOn: '2026-05-01' }, 'tom');
  const { kept } = world.undo(entry);
  expect(world.item('a')).toMatchObject({ dueOn: '2026-05-01', tags: [] });
  expect(kept).toEqual([{ in: 'item', id: world.id('a'), field: 'dueOn', by: CAST.tom.id }]);
});

test('an undo that would take nothing back is refused and names what was kept', () => {
  const world = backlog({ a: 1 });
  const { entry } = edit(world, 'a', { dueOn: '2026-04-01' });
  edit(world, 'a', { dueOn: '2026-05-01' }, 'tom');
  const [blocker] = world.refusal(() => world.undo(entry));
  expect(blocker).toMatchObject({ code: 'nothing-to-undo', entry: entry!.seq, kept: [{ field: 'dueOn', by: CAST.tom.id }] });
});

test('an undo of the undo does it again, moves too', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  world.run(moveItems, { product: APP, items: world.ids('d', 'b'), place: { to: 'top' } });
  world.undo();
  expect(world.ranked()).toBe('a b c d');
  world.undo();
  expect(world.ranked()).toBe('b d a c');
  world.undo();
  expect(world.ranked()).toBe('a b c d');
});

test('members that others added to a set meanwhile stay, and what it had lost comes back', () => {
  const world = backlog({ a: 1 });
  edit(world, 'a', { tags: ['old', 'web'] });
  const { entry } = edit(world, 'a', { tags: ['new', 'web'] });
  edit(world, 'a', { tags: ['new', 'theirs', 'web'] }, 'tom');
  world.undo(entry);
  expect(world.item('a').tags).toEqual(['old', 'theirs', 'web']);
});

test('a set gets no reference back to a record that is gone', () => {
  const world = new World();
  const gone = fixedId(0x52);
  const team = fixedId(0x53);
  world.run(makeAny, { in: 'product', record: { ...world.workspace.get('product', APP), id: gone, key: 'GONE', lastNumber: 0 } });
  world.run(makeAny, { in: 'team', record: { id: team, name: 'Web', products: [APP, gone], pace: null, zone: 'UTC', ...USUAL_TEAM } });
  const { entry } = world.run(editAny, { in: 'team', id: team, values: { products: [], name: 'Mobile' } });
  world.run(removeAny, { in: 'product', id: gone });
  const { kept } = world.undo(entry);
  expect(world.workspace.get('team', team)).toMatchObject({ name: 'Web', products: [APP] });
  expect(kept).toMatchObject([{ field: 'products' }]);
});

test('an entry about a record that is gone takes back what is left', () => {
  const world = backlog({ a: 1 });
  world.run(makeAny, { in: 'link', record: { id: LINK, type: 'relates', from: world.id('a'), to: world.id('a') } });
  const { entry } = world.batch([
    { verb: editAny as never, input: { in: 'link', id: LINK, values: { type: 'blocks' } } },
    { verb: editAny as never, input: { in: 'item', id: world.id('a'), values: { dueOn: '2026-04-01' } } },
  ]);
  world.run(removeAny, { in: 'link', id: LINK });
  const { kept } = world.undo(entry);
  expect(world.item('a').dueOn).toBeNull();
  expect(kept).toEqual([{ in: 'link', id: LINK, field: 'type', by: null }]);
});

test('items that are as they were made go again; those that others have built on stay and are named', () => {
  const world = backlog({ a: 1 });
  const { entry } = world.run(createItems, { product: APP, items: [{ title: 'b', type: 'epic' }, { title: 'c' }, { title: 'd' }] });
  edit(world, 'd', { parent: world.id('b') }, 'tom');
  const { kept } = world.undo(entry);
  expect(world.ranked()).toBe('a d');
  expect(kept.map(({ id }) => id).sort()).toEqual([world.id('b'), world.id('d')].sort());
});

test('a creation all of which others have built on is refused, and who did is named', () => {
  const world = backlog({ a: 1 });
  edit(world, 'a', { dueOn: '2026-04-01' }, 'tom');
  expect(world.refusal(() => world.undo(world.log[1]!))).toEqual([{ code: 'built-on', in: 'item', id: world.id('a'), by: CAST.tom.id }]);
});

test('a number that was given is never taken back, and redo gives the item its own number again', () => {
  const world = backlog({ a: 1 });
  expect(world.item('a').number).toBe(1);
  world.undo();
  expect(world.workspace.get('product', APP).lastNumber).toBe(1);
  world.undo();
  expect(world.item('a').number).toBe(1);
  expect(world.add({ b: 1 }).item('b').number).toBe(2);
});

test('a place is found again between neighbours that have moved on', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  const { entry } = world.run(moveItems, { product: APP, items: world.ids('c'), place: { to: 'top' } });
  world.run(moveItems, { product: APP, items: world.ids('b'), place: { to: 'bottom' } });
  world.undo(entry);
  expect(world.ranked()).toBe('a d b c');
});

test('when both neighbours are gone, a place is where the old key points and not the top', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  const { entry } = world.run(moveItems, { product: APP, items: world.ids('c'), place: { to: 'top' } });
  for (const title of ['b', 'd']) world.run(removeAny, { in: 'item', id: world.id(title) });
  world.undo(entry);
  expect(world.ranked()).toBe('a c e');
});

test('a key that the kernel re-spread is no move: the move before it can still be taken back', () => {
  const world = backlog({ a: 1, b: 1, c: 1 });
  const { entry } = world.run(moveItems, { product: APP, items: world.ids('c'), place: { to: 'top' } });
  for (let n = 0; n < 200; n++) {
    world.run(createItems, { product: APP, items: [{ title: `x${n}`, estimate: null }], place: { after: world.id('c') } });
    if (world.log.at(-1)!.changes.some((change) => change.op === 'update' && change.respread)) break;
  }
  expect(world.log.at(-1)!.changes.some((change) => change.op === 'update' && change.respread && change.id === world.id('c'))).toBe(true);
  world.undo(entry);
  expect(
    world
      .ranked()
      .split(' ')
      .filter((title) => !title.startsWith('x')),
  ).toEqual(['a', 'b', 'c']);
});

test('taking back a move of thousands keeps keys short and gives the same order', () => {
  const world = new World();
  const titles = Array.from({ length: 3000 }, (_, n) => `i${String(n).padStart(4, '0')}`);
  const ranks = generateNKeysBetween(null, null, titles.length);
  world.run(createItems, { product: APP, items: titles.slice(0, 2000).map((title) => ({ title })) });
  world.run(createItems, { product: APP, items: titles.slice(2000).map((title) => ({ title })) });
  expect(ranks.length).toBe(3000);
  const before = world.ranked();
  world.run(moveItems, { product: APP, items: world.ids(...titles.filter((_, n) => n % 2 === 0).slice(500, 900)), place: { to: 'top' } });
  const undone = world.undo();
  expect(world.ranked()).toBe(before);
  expect(undone.changes.length).toBe(400);
});

test('what goes along with a field goes back with it or not at all', () => {
  const world = backlog({ a: 1 });
  const done = { state: stateId(APP, 4), closedOn: '2026-03-02' };
  const { entry } = edit(world, 'a', done);
  edit(world, 'a', { state: stateId(APP, 5), declineReason: 'no' }, 'tom');
  world.refusal(() => world.undo(entry));
  expect(world.item('a')).toMatchObject({ state: stateId(APP, 5), closedOn: '2026-03-02' });
  edit(world, 'a', { state: stateId(APP, 4), closedOn: '2026-03-09', declineReason: null }, 'tom');
  world.undo(entry);
  expect(world.item('a')).toMatchObject({ state: stateId(APP, 0), closedOn: null });
});

test('nothing comes back that would break a rule by now', () => {
  const world = backlog().add({ E: null }, { type: 'epic' }).add({ s: 1 });
  edit(world, 's', { parent: world.id('E') });
  const { entry } = edit(world, 's', { parent: null, dueOn: '2026-04-01' });
  edit(world, 's', { type: 'epic' }, 'tom');
  const { kept } = world.undo(entry);
  expect(world.item('s')).toMatchObject({ parent: null, dueOn: null });
  expect(kept).toMatchObject([{ field: 'parent' }]);
});

test('who has access is not taken back by undo, nor is the beginning of the workspace', () => {
  const world = new World();
  expect(world.refusal(() => world.undo(world.log[0]!))).toMatchObject([{ code: 'lasting' }]);
});

test('what was moved twice in one change goes back to where it began, also when the place between is taken by now', () => {
  const world = backlog({ a: 1, b: 1, c: 1, d: 1 });
  const move = (title: string, to: 'top' | 'bottom') => ({ verb: moveItems as never, input: { product: APP, items: world.ids(title), place: { to } } });
  const { entry } = world.batch([move('b', 'bottom'), move('b', 'top')]);
  world.batch([move('a', 'bottom')], 'pia');
  const { kept } = world.undo(entry);
  expect([kept, world.ranked()]).toEqual([[], 'c d a b']);
});
