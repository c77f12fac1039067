import { expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { moveItems } from '../../domain/backlog/move-items.ts';
import { rankedRows } from '../../domain/backlog/open.ts';
import { fixedId } from '../../../test/builders/cast.ts';
import { verbs } from '../../domain/verbs.ts';
import type { SentEntry } from '../../domain/sync/message.ts';
import type { Server } from './server.ts';
import { NoShelf } from './shelf.ts';
import { Store } from './store.ts';

/** Ada's store over a world with these items; nothing is sent. */
function opened() {
  const world = backlog({ a: 3, b: 5, c: 2 });
  let mutations = 0;
  const store = new Store({
    server: {} as Server,
    shelf: new NoShelf(),
    loadVerbs: () => Promise.resolve(verbs),
    now: () => world.now,
    newMutation: () => fixedId(0x9_000_000 + 0x1_000_000 * ++mutations),
    report: (error) => {
      throw error;
    },
  });
  store.stand(world.view('ada'), world.log.length, CAST.ada.id);
  const ranked = () => Array.from(store.view.list(rankedRows, APP), ({ title }) => title).join(' ');
  const toTop = (title: string) => [{ verb: 'moveItems', input: { product: APP, items: [world.id(title)], place: { to: 'top' } } }] as const;
  /** What somebody else did comes in. */
  const hear = (act: () => { entry: unknown }) => {
    const entry = act().entry as SentEntry;
    store.turned(store.replica.take([{ type: 'entry', entry }]));
  };
  return { world, store, ranked, toTop, hear };
}

const trial = (calls: ReturnType<ReturnType<typeof opened>['toTop']>) => ({ calls, says: 'To the top', also: '' });

test('what is tried is shown and neither kept nor sent; left, all is as it was', async () => {
  const { store, ranked, toTop } = opened();
  await store.tryOn(trial(toTop('c')));
  expect([ranked(), store.state().trial?.says, store.state().waiting, store.state().canUndo]).toEqual(['c a b', 'To the top', 0, false]);
  expect(Array.from(store.replica.confirmed.list(rankedRows, APP), ({ title }) => title).join(' ')).toBe('a b c');
  store.leaveTrial();
  expect([ranked(), store.state().trial]).toEqual(['a b c', null]);
});

test('another trial takes the place of the first', async () => {
  const { store, ranked, toTop } = opened();
  await store.tryOn(trial(toTop('c')));
  await store.tryOn(trial(toTop('b')));
  expect(ranked()).toBe('b a c');
});

test('what others do comes in under it; what can’t be tried any more is left', async () => {
  const { world, store, ranked, toTop, hear } = opened();
  await store.tryOn(trial(toTop('c')));
  hear(() => world.run(moveItems, { product: APP, items: [world.id('b')], place: { to: 'top' } }, 'pia'));
  expect([ranked(), store.state().trial === null]).toEqual(['c b a', false]);
  store.stand(backlog({}).view('ada'), 1, CAST.ada.id);
  expect(store.state().trial).toBeNull();
});

test('a command is done to what is really there', async () => {
  const { store, ranked, toTop } = opened();
  await store.tryOn(trial(toTop('c')));
  await store.command(toTop('b')).shown;
  expect([ranked(), store.state().trial, store.state().waiting]).toEqual(['b a c', null, 1]);
});
