import { expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { createItems } from './create-items.ts';
import { declineItems, reopenItems } from './decline-items.ts';
import { parkItems, returnItems, unparkItems } from './park-items.ts';
import { setParent } from './set-parent.ts';
import { setState } from './set-state.ts';
import { restoreItems, trashItems } from './trash-items.ts';

/** a, an epic E with the stories s and r, and b. */
function world(): World {
  const made = backlog({ a: 1 }).add({ E: null }, { type: 'epic' }).add({ s: 1, r: 1, b: 1 });
  made.run(setParent, { items: made.ids('s', 'r'), parent: made.id('E') });
  return made;
}

test('a parked item leaves the rank and comes back to where it stood', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a', 'b'), returnOn: '2026-06-01' });
  expect([house.ranked(), house.item('a').returnOn, house.item('a').parkedAt]).toEqual(['s r', '2026-06-01', house.now]);
  house.run(unparkItems, { items: house.ids('a', 'b') });
  expect([house.ranked(), house.item('a').returnOn, house.item('a').parkedAt]).toEqual(['a s r b', null, null]);
});

test('parking an item that is parked already changes its day only', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a') });
  const { parkedAt } = house.item('a');
  house.later(3).run(parkItems, { items: house.ids('a'), returnOn: '2026-07-01' });
  expect(house.item('a')).toMatchObject({ parkedAt, returnOn: '2026-07-01' });
});

test('what is open below a parent goes along and comes back with it; what was parked before stays so', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('r') });
  house.later(1).run(parkItems, { items: house.ids('E') });
  expect(house.ranked()).toBe('a b');
  house.run(unparkItems, { items: house.ids('E') });
  expect(house.ranked()).toBe('a s b');
});

test('four hundred and twelve items are parked as one change, and brought back as one', () => {
  const house = backlog();
  house.run(createItems, { product: APP, items: Array.from({ length: 412 }, (_, n) => ({ title: `i${n}` })) });
  const before = house.ranked();
  house.run(parkItems, { items: Array.from(house.workspace.all('item'), ({ id }) => id) });
  expect(house.ranked()).toBe('');
  house.undo();
  expect(house.ranked()).toBe(before);
});

test('what is done, declined or in the trash is not parked', () => {
  const house = world();
  house.run(setState, { items: house.ids('a'), state: stateId(APP, 4) });
  house.run(trashItems, { items: house.ids('b') });
  const refused = house.refusal(() => house.run(parkItems, { items: house.ids('a', 's', 'b') }));
  expect(refused).toEqual(house.ids('a', 'b').map((item) => ({ code: 'not-open', item })));
});

test('declining says when and why, ends parking, and takes along what is open below; reopening clears it', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a') });
  house.run(declineItems, { items: house.ids('a', 'E'), reason: 'Too small a market' });
  for (const title of ['a', 'E', 's', 'r']) {
    expect(house.item(title)).toMatchObject({ state: stateId(APP, 5), closedOn: '2026-03-02', declineReason: 'Too small a market', parkedAt: null });
  }
  house.run(reopenItems, { items: house.ids('a') });
  expect(house.item('a')).toMatchObject({ state: stateId(APP, 0), closedOn: null, declineReason: null });
  expect(house.ranked()).toBe('a b');
});

test('reopening what is open is nothing to do, and what is in the trash has to be restored first', () => {
  const house = world();
  expect(house.run(reopenItems, { items: house.ids('a') }).entry).toBeNull();
  house.run(trashItems, { items: house.ids('a') });
  for (const verb of [reopenItems, declineItems]) {
    expect(
      house.refusal(() => house.run(verb as typeof declineItems, { items: house.ids('a'), ...(verb === declineItems ? { reason: 'no' } : {}) } as never)),
    ).toMatchObject([{ code: 'not-open' }]);
  }
});

test('the trash takes everything below along; restoring brings back what went along and nothing else', () => {
  const house = world();
  house.run(trashItems, { items: house.ids('r') });
  house.later(1).run(trashItems, { items: house.ids('E') });
  expect(house.ranked()).toBe('a b');
  house.run(restoreItems, { items: house.ids('E') });
  expect(house.ranked()).toBe('a s b');
  house.run(restoreItems, { items: house.ids('r') });
  expect(house.ranked()).toBe('a s r b');
});

test('an item is closed on the day of its product, and only while it is in a closed state', () => {
  const house = world();
  house.now = '2026-03-02T23:30:00.000Z';
  house.run(setState, { items: house.ids('a'), state: stateId(APP, 4) });
  expect(house.item('a').closedOn).toBe('2026-03-03');
  house.later(2).run(setState, { items: house.ids('a'), state: stateId(APP, 5), reason: 'after all' });
  expect(house.item('a')).toMatchObject({ closedOn: '2026-03-05', declineReason: 'after all' });
  house.run(setState, { items: house.ids('a'), state: stateId(APP, 2) });
  expect(house.item('a')).toMatchObject({ closedOn: null, declineReason: null });
});

test('a state of another product is refused', () => {
  const house = world();
  expect(house.refusal(() => house.run(setState, { items: house.ids('a'), state: stateId(WEB, 1) }))).toEqual([{ code: 'other-product', item: house.id('a') }]);
});

test('on its day a parked item is brought back by the system to where it stood, with what went along, and not before', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a'), returnOn: '2026-03-05' });
  house.run(parkItems, { items: house.ids('E'), returnOn: '2026-03-04' });
  const all = { items: house.ids('a', 'E', 's', 'r', 'b') };
  house.now = '2026-03-03T22:59:59.000Z';
  expect(house.run(returnItems, all, null).entry).toBeNull();
  house.now = '2026-03-03T23:00:00.000Z'; // midnight in Berlin
  expect(house.run(returnItems, { items: house.ids('E') }, null).entry).toMatchObject({ actor: null, verb: 'returnItems' });
  expect(house.ranked()).toBe('s r b');
  expect(house.item('s')).toMatchObject({ parkedAt: null, returnOn: null });
  house.later(7).run(returnItems, all, null);
  expect(house.ranked()).toBe('a s r b');
  expect(house.run(returnItems, all, null).entry).toBeNull();
});

test('what lies in the trash, was parked again until later or was brought back by then does not return', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a', 'E', 'b'), returnOn: '2026-03-04' });
  house.run(trashItems, { items: house.ids('a') });
  house.later(1).run(parkItems, { items: house.ids('E'), returnOn: '2026-04-01' });
  expect(house.item('s').returnOn).toBe('2026-04-01');
  house.run(unparkItems, { items: house.ids('b') });
  house.later(2);
  expect(house.run(returnItems, { items: house.ids('a', 'E', 's', 'r', 'b') }, null).entry).toBeNull();
});

test('a return is taken back for good: the item stays parked, without a day that has come', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a'), returnOn: '2026-03-04' });
  const { parkedAt } = house.item('a');
  const returned = house.later(2).run(returnItems, { items: house.ids('a') }, null);
  const undone = house.undo(returned.entry);
  expect(house.item('a')).toMatchObject({ parkedAt, returnOn: null });
  expect(house.run(returnItems, { items: house.ids('a') }, null).entry).toBeNull();
  house.undo(undone.entry);
  expect(house.item('a')).toMatchObject({ parkedAt: null, returnOn: null });
  expect(house.ranked()).toBe('a s r b');
});

test('a day that is still ahead is waited for again when bringing back is taken back', () => {
  const house = world();
  house.run(parkItems, { items: house.ids('a'), returnOn: '2026-03-04' });
  house.run(unparkItems, { items: house.ids('a') });
  house.undo();
  expect(house.item('a').returnOn).toBe('2026-03-04');
});

test('nothing is parked until today or a day before, in the day of its product', () => {
  const house = world();
  for (const returnOn of ['2026-03-01', '2026-03-02'] as const) {
    expect(house.refusal(() => house.run(parkItems, { items: house.ids('a'), returnOn }))).toEqual([
      { code: 'return-not-ahead', day: returnOn, today: '2026-03-02' },
    ]);
  }
});
