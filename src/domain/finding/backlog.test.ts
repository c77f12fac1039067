import { expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../../test/builders/cast.ts';
import { backlog as world, type World } from '../../../test/builders/world.ts';
import { createLink } from '../dependency/create-link.ts';
import { ask } from '../kernel/ask.ts';
import { model } from '../model.ts';
import { backlog } from './backlog.ts';
import { parkItems, unparkItems } from '../backlog/park-items.ts';
import { search } from './search.ts';
import { setParent } from '../backlog/set-parent.ts';
import { trashItems } from '../backlog/trash-items.ts';
import { untouched } from '../backlog/untouched.ts';
import { updateItems } from '../backlog/update-items.ts';

const asked = (house: World, who: 'ada' | 'gus' = 'ada') => ({ model, view: house.view(who), access: house.access(who)!, asking: { now: house.now } });

/** The titles of a page. */
function page(house: World, input: object): string {
  return ask(backlog, backlog.input.parse({ product: 'app', ...input }), asked(house))
    .data.map(({ title }) => title)
    .join(' ');
}

test('a page of the backlog goes down the rank; the next one begins after its last row', () => {
  const house = world({ a: 1, b: 2, c: 3, d: 4, e: 5 });
  const first = ask(backlog, backlog.input.parse({ product: APP, limit: 2 }), asked(house));
  expect(first.data.map(({ key, position }) => [key, position])).toEqual([
    ['APP-1', 1],
    ['APP-2', 2],
  ]);
  expect(page(house, { limit: 2, after: 'APP-2' })).toBe('c d');
  expect(ask(backlog, backlog.input.parse({ product: APP, limit: 5 }), asked(house)).next).toBeNull();
});

test('a filter hides rows and leaves positions as they are', () => {
  const house = world({ a: 1, b: 2, c: 3 });
  house.run(updateItems, { items: house.ids('c'), tags: ['maps'], assignee: CAST.tom.id });
  const { data } = ask(backlog, backlog.input.parse({ product: APP, tag: ['maps'], assignee: [CAST.tom.id] }), asked(house));
  expect(data).toMatchObject([{ title: 'c', position: 3, tags: ['maps'], blockedBy: [] }]);
});

test('parked items and the trash have lists of their own', () => {
  const house = world({ a: 1, b: 2, c: 3 });
  house.run(parkItems, { items: house.ids('a') });
  house.run(trashItems, { items: house.ids('b') });
  expect([page(house, {}), page(house, { list: 'parked' }), page(house, { list: 'trash' })]).toEqual(['c', 'a', 'b']);
});

test('an item says what blocks it, of which team it is and where it stands', () => {
  const house = world().add({ E: null }, { type: 'epic' }).add({ a: 1, b: 2 });
  house.run(setParent, { items: house.ids('b'), parent: house.id('E') });
  house.run(createLink, { type: 'blocks', from: house.id('a'), to: house.id('b') });
  const { data } = ask(backlog, backlog.input.parse({ product: APP, list: 'open' }), asked(house));
  expect(data.map(({ title, position, blockedBy, stateGroup }) => ({ title, position, blockedBy, stateGroup }))).toEqual([
    { title: 'E', position: null, blockedBy: [], stateGroup: 'backlog' },
    { title: 'a', position: 1, blockedBy: [], stateGroup: 'backlog' },
    { title: 'b', position: 2, blockedBy: [house.id('a')], stateGroup: 'backlog' },
  ]);
});

test('a search finds words in titles and keys whatever their case and accents, and nothing that the asker may not see', () => {
  const house = world({ 'Café near the trail': 1, CAFE: 1, other: 1 }).add({ 'cafe of the site': 1 }, { product: WEB });
  const found = (who: 'ada' | 'gus', text: string) =>
    ask(search, search.input.parse({ text }), asked(house, who))
      .data.map(({ key }) => key)
      .join(' ');
  expect(found('ada', 'cafe')).toBe('APP-1 APP-2 WEB-1');
  expect(found('gus', 'ＣＡＦＥ')).toBe('APP-1 APP-2');
  expect(found('ada', 'trail café')).toBe('APP-1');
  expect(found('ada', 'web-1')).toBe('WEB-1');
  expect(found('ada', 'nothing like it')).toBe('');
});

test('untouched are open items that nobody has touched for a year', () => {
  const house = world({ old: 1, touched: 1, parked: 1 });
  house.run(parkItems, { items: house.ids('parked') });
  house.later(300).run(updateItems, { items: house.ids('touched'), dueOn: '2027-01-01' });
  const answer = () => ask(untouched, { product: APP }, asked(house));
  expect(answer()).toEqual({ open: 2, items: [] });
  house.later(65);
  expect(answer()).toEqual({ open: 2, items: [] });
  house.later(1);
  expect(answer()).toEqual({ open: 2, items: house.ids('old') });
});

test('parking and the trash are no touch, and neither is taking them back: who undoes them finds all untouched again', () => {
  const house = world({ old: 1, older: 1, kept: 1 });
  const answer = () => ask(untouched, { product: APP }, asked(house)).items;
  house.later(366);
  const all = house.ids('old', 'older', 'kept');
  expect(answer()).toEqual(all);
  const two = { items: house.ids('old', 'older') };
  for (const putAside of [() => house.run(parkItems, two), () => house.run(trashItems, two)]) {
    const { entry } = putAside();
    expect(answer()).toEqual(house.ids('kept'));
    const undone = house.undo(entry);
    expect(answer()).toEqual(all);
    house.undo(undone.entry);
    expect(answer()).toEqual(house.ids('kept'));
    house.undo();
    expect(answer()).toEqual(all);
  }
  house.run(parkItems, { items: house.ids('old') });
  house.run(unparkItems, { items: house.ids('old') });
  expect(answer()).toEqual(house.ids('older', 'kept'));
});

test('a parent of which an open child was touched within the year is not untouched: parking it would take the child along', () => {
  const house = world({ old: 1, touched: 1, quiet: 1 });
  for (const epic of ['Busy', 'Quiet']) house.add({ [epic]: null }, { type: 'epic' });
  house.run(setParent, { items: house.ids('old', 'touched'), parent: house.id('Busy') });
  house.run(setParent, { items: house.ids('quiet'), parent: house.id('Quiet') });
  house.later(300).run(updateItems, { items: house.ids('touched'), dueOn: '2027-01-01' });
  house.later(66);
  const { items } = ask(untouched, { product: APP }, asked(house));
  expect(items.toSorted()).toEqual(house.ids('old', 'quiet', 'Quiet').toSorted());
  house.run(parkItems, { items });
  expect(house.ranked()).toBe('touched');
});
