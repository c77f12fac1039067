import { expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../../test/builders/cast.ts';
import { backlog, type World } from '../../../../test/builders/world.ts';
import { addCriteria, moveCriterion, removeCriterion, updateCriterion } from '../../../domain/backlog/criteria.ts';
import { declineItems } from '../../../domain/backlog/decline-items.ts';
import { moveItems } from '../../../domain/backlog/move-items.ts';
import { parkItems, unparkItems } from '../../../domain/backlog/park-items.ts';
import { setParent } from '../../../domain/backlog/set-parent.ts';
import { setState } from '../../../domain/backlog/set-state.ts';
import { trashItems } from '../../../domain/backlog/trash-items.ts';
import { updateItems } from '../../../domain/backlog/update-items.ts';
import { writeDescription } from '../../../domain/backlog/write-description.ts';
import { createLink, removeLink } from '../../../domain/dependency/create-link.ts';
import { createRelease } from '../../../domain/release/create-release.ts';
import { putInRelease } from '../../../domain/release/put-in-release.ts';
import { entrySentence } from './entry-sentence.ts';

/** What the newest entry says about an item. */
const said = (world: World, title: string) => entrySentence(world.workspace, world.log.at(-1)!, world.id(title));

function world() {
  const made = backlog().add({ epic: null }, { type: 'epic' }).add({ a: 3, b: null });
  const items = [made.id('a')];
  const told = (title = 'a') => said(made, title);
  return { made, items, told };
}

test('making an item, renaming it and changing plain values are said in order', () => {
  const { made, items, told } = world();
  expect(told('b')).toBe('added it');
  made.run(updateItems, { items, title: 'b2' });
  expect(entrySentence(made.workspace, made.log.at(-1)!, items[0]!)).toBe('renamed it to “b2”');
  made.run(updateItems, { items, estimate: { kind: 'points', value: 5 }, assignee: CAST.tom.id });
  expect(entrySentence(made.workspace, made.log.at(-1)!, items[0]!)).toBe('estimated it at 5 points instead of 3 points and gave it to Tom Team');
  made.run(updateItems, { items, category: 'technical-debt' });
  expect(entrySentence(made.workspace, made.log.at(-1)!, items[0]!)).toBe('made its category technical debt');
  made.run(updateItems, { items, category: null });
  expect(entrySentence(made.workspace, made.log.at(-1)!, items[0]!)).toBe('made its category that of its type');
  made.run(updateItems, { items, addTags: ['maps', 'winter'], dueOn: '2026-03-12' });
  expect(entrySentence(made.workspace, made.log.at(-1)!, items[0]!)).toBe('set its due date to 12 Mar 2026 and added the tags maps, winter');
});

test('moves say their direction, and only of the item that moved', () => {
  const { made, told } = world();
  made.run(moveItems, { product: APP, items: [made.id('b')], place: { to: 'top' } });
  expect([told('b'), told('a')]).toEqual(['moved it up', null]);
  made.run(moveItems, { product: APP, items: [made.id('b')], place: { to: 'bottom' } });
  expect(told('b')).toBe('moved it down');
});

test('state, parent, release, parking and declining are said by name and with their reason', () => {
  const { made, items, told } = world();
  made.run(setState, { items, state: stateId(APP, 1) });
  expect(told()).toBe('moved it to Ready');
  made.run(setParent, { items, parent: made.id('epic') });
  expect(told()).toBe('put it under APP-1');
  const [release] = made.run(createRelease, { product: APP, name: '2.4' }).made;
  made.run(putInRelease, { items, release: release! });
  expect(told()).toBe('put it in 2.4');
  made.run(parkItems, { items, returnOn: '2026-05-01' });
  expect(told()).toBe('parked it until 1 May 2026');
  made.run(unparkItems, { items });
  expect(told()).toBe('brought it back');
  made.run(declineItems, { items, reason: 'Others do it better' });
  expect(told()).toBe('declined it: “Others do it better”');
  made.run(trashItems, { items });
  expect(told()).toBe('moved it to the trash');
});

test('the description and the criteria have words of their own', () => {
  const { made, items, told } = world();
  made.run(writeDescription, { item: items[0]!, base: null, text: 'x' });
  expect(told()).toBe('described it');
  const [one, two] = made.run(addCriteria, { item: items[0]!, texts: ['fast', 'small'] }).made;
  expect(told()).toBe('added 2 criteria');
  made.run(updateCriterion, { criterion: one!, done: true });
  expect(told()).toBe('ticked off the criterion “fast”');
  made.run(moveCriterion, { criterion: two!, after: null });
  expect(told()).toBe('put the criteria in another order');
  made.run(removeCriterion, { criterion: one! });
  expect(told()).toBe('removed the criterion “fast”');
});

test('a link is said from the side of the item that is looked at', () => {
  const { made, told } = world();
  const [link] = made.run(createLink, { type: 'blocks', from: made.id('a'), to: made.id('b') }).made;
  expect([told('a'), told('b')]).toEqual(['linked it: blocks APP-3', 'linked it: blocked by APP-2']);
  made.run(createLink, { type: 'blocks', from: made.add({ secret: 1 }, { product: WEB }).id('secret'), to: made.id('b') });
  expect(told('b')).toBe('linked it: blocked by WEB-1');
  expect(entrySentence(made.view('gus'), made.log.at(-1)!, made.id('b'))).toBe('linked it: blocked by an item that you cannot see');
  made.run(removeLink, { link: link! });
  expect(told('b')).toBe('took the link away: blocked by APP-2');
});

test('taking back is said as such', () => {
  const { made, items, told } = world();
  made.run(setState, { items, state: stateId(APP, 1) });
  made.undo();
  expect(told()).toBe('took a change back: moved it to Backlog');
});
