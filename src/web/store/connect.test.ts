import { afterEach, expect, test } from 'vitest';
import { CAST } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { toEnd } from '../../domain/kernel/pausing.ts';
import { model } from '../../domain/model.ts';
import { capture, encodeSnapshot } from '../../domain/sync/snapshot.ts';
import { verbs } from '../../domain/verbs.ts';
import { Link } from './connect.ts';
import type { Server } from './server.ts';
import { NoShelf, type Kept, type Shelf } from './shelf.ts';
import { Store } from './store.ts';
import { oneTab } from './tabs.ts';

const WORKSPACE = 'workspace';
const member = CAST.pia.id;
const never = new Promise<never>(() => {});
const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

/** A snapshot in which one item has this title. */
function snapshotOf(title: string): string {
  const { workspace } = backlog({ [title]: 1 });
  return toEnd(encodeSnapshot({ model: model.version, workspace: WORKSPACE, access: 'all', seq: 1 }, capture(model, workspace))).join('');
}

function keptOf(title: string): Kept {
  return { whose: { user: 'pia', workspace: WORKSPACE, member, access: 'all', model: model.version }, snapshot: snapshotOf(title), log: [], seq: 1 };
}

/** A tab that opens a workspace: by what the server sends, what the browser kept, and when one has waited long enough for that. */
interface Opening {
  readonly sends: () => Promise<string>;
  readonly opens: () => Promise<Kept | null>;
  readonly late: Promise<void>;
  readonly isAsked?: boolean;
}

function tab({ sends, opens, late, isAsked = false }: Opening) {
  const server = {
    snapshot: async () => ({ text: await sends(), member }),
    async *changes(_: number, signal: AbortSignal) {
      yield [] as const;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  } as unknown as Server; // nothing is sent or asked here
  const shelf: Shelf = Object.assign(new NoShelf(), { open: opens });
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const store = new Store({
    server,
    shelf,
    loadVerbs: () => Promise.resolve(verbs),
    now: () => '2026-03-02T10:00:00.000Z' as Instant,
    newMutation: () => '',
    report,
  });
  const stop = new AbortController();
  stops.push(stop);
  const soon = () => Promise.resolve();
  const link = new Link(store, { user: 'pia', workspace: WORKSPACE, tabs: oneTab(), frame: soon, idle: soon, late: () => late, isAsked }, stop);
  void link.run().catch(report);
  return { state: store.state, titles: () => Array.from(store.view.all('item'), ({ title }) => title), reported };
}

test('a first load that fails in a way nobody foresaw ends with the failure, not with the page of grey rows', async () => {
  const { state, reported } = tab({ sends: () => Promise.resolve('{"model":'), opens: () => Promise.resolve(null), late: never });
  await expect.poll(() => state().phase).toBe('failed');
  expect(state().failure).toBeInstanceOf(SyntaxError);
  await expect.poll(() => reported).toEqual([state().failure]);
});

test('a browser that never says what it kept holds nothing up: the server’s snapshot is shown, and nothing is kept', async () => {
  const { state, titles } = tab({ sends: () => Promise.resolve(snapshotOf('sent')), opens: () => never, late: Promise.resolve() });
  await expect.poll(() => state()).toMatchObject({ phase: 'ready', storage: 'without', link: 'live' });
  expect(titles()).toEqual(['sent']);
});

test('what was kept is shown as soon as it comes, also where it takes long and the server is not heard', async () => {
  let open: (kept: Kept) => void = () => {};
  const opened = new Promise<Kept>((resolve) => (open = resolve));
  const { state, titles } = tab({ sends: () => never, opens: () => opened, late: Promise.resolve() });
  await new Promise((resolve) => setTimeout(resolve));
  expect(state().phase).toBe('loading');
  open(keptOf('kept'));
  await expect.poll(() => state()).toMatchObject({ phase: 'ready', storage: 'kept' });
  expect(titles()).toEqual(['kept']);
});

test('a browser that kept something is not asked to wait for the server', async () => {
  let asked = 0;
  const sends = () => {
    asked += 1;
    return never;
  };
  const { state, titles } = tab({ sends, opens: () => Promise.resolve(keptOf('kept')), late: never });
  await expect.poll(() => state().phase).toBe('ready');
  expect(titles()).toEqual(['kept']);
  expect(asked).toBe(0);
});

test('a snapshot that is on its way is not held up by a browser that has nothing to say, and what is done is kept there all the same', async () => {
  let open: (kept: null) => void = () => {};
  const opened = new Promise<null>((resolve) => (open = resolve));
  const { state, titles } = tab({ sends: () => Promise.resolve(snapshotOf('sent')), opens: () => opened, late: never, isAsked: true });
  await expect.poll(() => state().phase).toBe('ready');
  expect(titles()).toEqual(['sent']);
  open(null);
  await expect.poll(() => state()).toMatchObject({ link: 'live', storage: 'kept' });
});
