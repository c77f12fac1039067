import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog, World } from '../../../test/builders/world.ts';
import { categoryOf } from './category.ts';
import { createItems } from './create-items.ts';
import { addCriteria, moveCriterion, removeCriterion, updateCriterion } from './criteria.ts';
import { criteriaOf } from './criterion.ts';
import { setParent } from './set-parent.ts';
import { updateItem } from './update-item.ts';
import { updateItems } from './update-items.ts';
import { writeDescription } from './write-description.ts';

test('many items get the same values at once; what is not named stays', () => {
  const world = backlog({ a: 3, b: 5 });
  world.run(updateItems, { items: world.ids('a'), tags: ['maps', 'old'] });
  world.run(updateItems, { items: world.ids('a', 'b'), assignee: CAST.tom.id, dueOn: '2026-04-01', addTags: ['web'], removeTags: ['old'] });
  expect(world.item('a')).toMatchObject({ assignee: CAST.tom.id, dueOn: '2026-04-01', tags: ['maps', 'web'], estimate: { kind: 'points', value: 3 } });
  expect(world.item('b')).toMatchObject({ tags: ['web'], estimate: { kind: 'points', value: 5 } });
  world.run(updateItems, { items: world.ids('a', 'b'), estimate: null, assignee: null });
  expect([world.item('a').estimate, world.item('b').assignee]).toEqual([null, null]);
});

test('what kind of work an item is follows its type until somebody says otherwise, and again when that is taken away', () => {
  const world = backlog({ a: 3, b: 5 });
  const kinds = () => [world.item('a'), world.item('b')].map(categoryOf);
  expect(kinds()).toEqual(['new-feature', 'new-feature']);
  const said = world.run(updateItems, { items: world.ids('a', 'b'), category: 'infrastructure' }).entry;
  world.run(updateItems, { items: world.ids('a', 'b'), type: 'bug' });
  expect(kinds()).toEqual(['infrastructure', 'infrastructure']);
  world.run(updateItem, { item: world.id('b'), category: null });
  expect(kinds()).toEqual(['infrastructure', 'defect']);
  world.undo(said);
  expect(kinds()).toEqual(['defect', 'defect']);
  world.run(createItems, { product: APP, items: [{ title: 'c', category: 'enhancement' }] });
  expect(categoryOf(world.item('c'))).toBe('enhancement');
});

test('only one item at a time gets a title', () => {
  const world = backlog({ a: 3, b: 5 });
  expect(() => world.run(updateItems, { items: world.ids('a', 'b'), title: 'x' })).toThrow('only one item at a time gets a title');
  world.run(updateItems, { items: world.ids('a'), title: '  x ' });
  expect(world.id('x')).toBeTruthy();
});

test('a type that would not fit under the parent or over the children is refused, also within one selection', () => {
  const world = backlog().add({ E: null }, { type: 'epic' }).add({ F: null }, { type: 'feature' }).add({ s: 1 });
  world.run(setParent, { items: world.ids('F'), parent: world.id('E') });
  world.run(setParent, { items: world.ids('s'), parent: world.id('F') });
  const why = (titles: string[], type: 'epic' | 'story' | 'task') => world.refusal(() => world.run(updateItems, { items: world.ids(...titles), type }))[0];
  expect(why(['F'], 'epic')).toEqual({ code: 'parent-not-larger', parent: world.id('E'), child: 'epic' });
  expect(why(['F'], 'story')).toEqual({ code: 'parent-not-larger', parent: world.id('F'), child: 'story' });
  expect(why(['F', 's'], 'task')).toMatchObject({ code: 'parent-not-larger' });
  expect(why(['s'], 'task')).toBeUndefined();
});

test('a parent is of a larger type, of the same product, out of the trash, and never below its own child; a circle is named', () => {
  const world = backlog()
    .add({ E: null }, { type: 'epic' })
    .add({ F: null }, { type: 'feature' })
    .add({ s: 1 })
    .add({ w: null }, { product: WEB, type: 'epic' });
  world.run(setParent, { items: world.ids('F'), parent: world.id('E') });
  world.run(setParent, { items: world.ids('s'), parent: world.id('F') });
  const why = (item: string, parent: string) => world.refusal(() => world.run(setParent, { items: world.ids(item), parent: world.id(parent) }))[0];
  expect(why('E', 's')).toEqual({ code: 'would-cycle', path: world.ids('E', 's', 'F', 'E') });
  expect(why('E', 'E')).toEqual({ code: 'would-cycle', path: world.ids('E', 'E') });
  expect(why('s', 'w')).toEqual({ code: 'other-product', item: world.id('w') });
  expect(why('F', 's')).toEqual({ code: 'would-cycle', path: world.ids('F', 's', 'F') });
});

test('one item is changed by its own PATCH, with state and parent by the same rules', () => {
  const world = backlog({ a: 3 }).add({ E: null }, { type: 'epic' });
  world.run(updateItem, { item: 'APP-1', title: 'A', state: stateId(APP, 4), parent: 'app-2', tags: ['x'] });
  expect(world.item('A')).toMatchObject({ state: stateId(APP, 4), closedOn: '2026-03-02', parent: world.id('E'), tags: ['x'] });
  expect(world.refusal(() => world.run(updateItem, { item: 'APP-1', type: 'epic' }))).toMatchObject([{ code: 'parent-not-larger' }]);
  expect(world.refusal(() => world.run(updateItem, { item: 'APP-1', type: 'epic', parent: null }))).toEqual([]);
});

test('an item that is made done has its day of closing, and its description and criteria with it', () => {
  const world = new World();
  const { made } = world.run(createItems, {
    product: 'app',
    items: [{ title: 'a', state: stateId(APP, 4), description: '# Why', criteria: ['works', 'looks good'] }, { title: 'b' }],
  });
  expect(made[0]).toBe(world.id('a'));
  expect(world.item('a')).toMatchObject({ closedOn: '2026-03-02', number: 1 });
  expect(world.texts.get(world.item('a').description!)?.body).toBe('# Why');
  expect(Array.from(world.workspace.list(criteriaOf, world.id('a')), ({ text }) => text)).toEqual(['works', 'looks good']);
  expect(world.ranked()).toBe('b');
});

test('a description is kept as versions; a save that is based on an older one is refused and overwrites nothing', () => {
  const world = backlog({ a: 1 });
  const item = world.id('a');
  world.run(writeDescription, { item, base: null, text: 'one' });
  const first = world.item('a').description;
  world.run(writeDescription, { item, base: first, text: 'two' }, 'tom');
  const current = world.item('a').description;
  expect(world.texts.get(current!)).toMatchObject({ base: first, body: 'two', owner: { in: 'item', id: item, field: 'description' } });
  expect(world.refusal(() => world.run(writeDescription, { item, base: first, text: 'mine' }))).toEqual([
    { code: 'stale-text', field: 'description', current },
  ]);
  world.undo();
  expect(world.item('a').description).toBe(first);
  world.run(writeDescription, { item, base: first, text: '  \n' });
  expect(world.item('a').description).toBeNull();
});

test('criteria are added, told, ticked, moved and removed', () => {
  const world = backlog({ a: 1, b: 1 });
  const item = world.id('a');
  const texts = () => Array.from(world.workspace.list(criteriaOf, item), ({ text, done }) => (done ? `${text}!` : text)).join(' ');
  const [one, two, three] = world.run(addCriteria, { item, texts: ['one', 'two', 'three'] }).made as [string, string, string];
  world.run(moveCriterion, { criterion: three, after: one });
  world.run(moveCriterion, { criterion: two, after: null });
  expect(texts()).toBe('two one three');
  world.run(updateCriterion, { criterion: one, done: true, text: 'uno' });
  world.run(removeCriterion, { criterion: two });
  expect(texts()).toBe('uno! three');
  world.undo();
  expect(texts()).toBe('two uno! three');
  const [other] = world.run(addCriteria, { item: world.id('b'), texts: ['other'] }).made;
  expect(world.refusal(() => world.run(moveCriterion, { criterion: one, after: other! }))).toMatchObject([{ code: 'not-there', collection: 'criterion' }]);
});

test('criteria can be moved to and fro for ever', () => {
  const world = backlog({ a: 1 });
  const item = world.id('a');
  const [, two, three] = world.run(addCriteria, { item, texts: ['one', 'two', 'three'] }).made as [string, string, string];
  for (let n = 0; n < 300; n++) world.run(moveCriterion, { criterion: n % 2 === 0 ? three : two, after: world.workspace.list(criteriaOf, item).at(0)!.id });
  const places = Array.from(world.workspace.list(criteriaOf, item), ({ place }) => place);
  expect(new Set(places).size).toBe(3);
  expect(Math.max(...places.map(({ length }) => length))).toBeLessThanOrEqual(24);
});
