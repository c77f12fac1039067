import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { APP, CAST, WEB, type Name } from '../../../test/builders/cast.ts';
import { castApp, URL_OF_TESTS, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases, type FreshData } from '../../../test/fresh-store.ts';
import { newMutation } from '../../../test/new-mutation.ts';
import { buildApp } from '../../server/app.ts';
import { itemsByRank, type Item } from '../../domain/backlog/item.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { verbs } from '../../domain/verbs.ts';
import { Link } from './connect.ts';
import { httpServer } from './http-server.ts';
import { NoShelf } from './shelf.ts';
import { Store } from './store.ts';
import { oneTab } from './tabs.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A browser's tab of somebody, at an address that may be down. */
interface Tab {
  readonly store: Store;
  readonly link: Link;
  /** Titles of APP's items in order. */
  readonly titles: () => string[];
  /** Waits until it is so. */
  readonly until: (isSo: (tab: Tab) => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openTab(app: CastApp, who: Name, address: () => string): Promise<Tab> {
  const secret = await app.token(who);
  const request = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${secret}`);
    return fetch(address() + url, { ...init, headers });
  };
  const errors: unknown[] = [];
  const store = new Store({
    server: httpServer('northwind', request as typeof fetch),
    shelf: new NoShelf(),
    loadVerbs: () => Promise.resolve(verbs),
    now: () => new Date().toISOString() as Instant,
    newMutation,
    report: (error) => errors.push(error),
  });
  const stop = new AbortController();
  const now = () => Promise.resolve();
  const link = new Link(
    store,
    { user: CAST[who].id, workspace: app.workspace, tabs: oneTab(), frame: now, idle: now, late: () => new Promise(() => {}), isAsked: false },
    stop,
  );
  const running = link.run();
  const tab: Tab = {
    store,
    link,
    titles: () => Array.from(store.view.list(itemsByRank, APP), ({ title }) => title),
    async until(isSo) {
      const end = Date.now() + 60_000; // a busy machine takes its time
      while (!isSo(tab)) {
        if (Date.now() > end)
          throw new Error(`never came so: ${JSON.stringify({ state: store.state(), titles: tab.titles() })} ${errors.map(String).join('; ')}`);
        await pause(5);
      }
    },
    async close() {
      stop.abort();
      await running;
    },
  };
  closing.push(tab.close);
  await tab.until(({ store: { state } }) => state().phase !== 'loading' && state().link !== 'connecting');
  return tab;
}

async function listening(data: FreshData): Promise<{ app: CastApp; address: () => string }> {
  const app = await castApp(data, { config: { url: URL_OF_TESTS } });
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => app.http.close());
  return { app, address: () => url };
}

const create = (title: string) => ({ verb: 'createItems', input: { product: APP, items: [{ title }] } }) as const;

onBothDatabases((fresh) => {
  test('two browsers see each other at once, and a number as soon as the server has given it', async () => {
    const { app, address } = await listening(await fresh());
    const pia = await openTab(app, 'pia', address);
    const tom = await openTab(app, 'tom', address);
    const command = pia.store.command(create('Four'));
    await command.shown;
    expect(pia.titles()).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(pia.store.view.get('item', command.id(1)).number).toBeNull();
    expect(await command.answered).toMatchObject({ outcome: 'applied' });
    await tom.until(({ titles }) => titles().length === 4);
    await pia.until(({ store }) => store.view.get('item', command.id(1)).number === 4);
    expect(tom.store.view.get('item', command.id(1))).toEqual(pia.store.view.get('item', command.id(1)));
    expect(pia.store.state()).toMatchObject({ waiting: 0, canUndo: true, link: 'live' });
  });

  test('undo and redo of what has just been done, before its answer is there', async () => {
    const { app, address } = await listening(await fresh());
    const pia = await openTab(app, 'pia', address);
    pia.store.command({ verb: 'moveItems', input: { product: APP, items: [app.items.app[2]!], place: { to: 'top' } } });
    void pia.store.undo();
    await pia.until(({ titles, store }) => titles()[0] === 'One' && store.state().canRedo && store.state().waiting === 0);
    void pia.store.redo();
    await pia.until(({ titles, store }) => titles()[0] === 'Three' && store.state().waiting === 0);
    expect(await app.host.read((_, seq) => seq)).toBe(pia.store.replica.seq);
  });

  test('what was done while the server was away is sent once when it is back, in order, and the others see it', async () => {
    const data = await fresh();
    const { app, address } = await listening(data);
    const pia = await openTab(app, 'pia', address);
    const tom = await openTab(app, 'tom', address);
    await app.http.close();
    await app.store.close();
    await pia.until(({ store }) => store.state().link === 'offline');
    const made = pia.store.command(create('Offline'));
    await pia.store.command({ verb: 'moveItems', input: { product: APP, items: [made.id(1)], place: { to: 'top' } } }).shown;
    expect(pia.titles()).toEqual(['Offline', 'One', 'Two', 'Three']);
    expect(pia.store.state().waiting).toBe(2);
    const { port } = new URL(address());
    const store = await data.open();
    const silent = pino({ level: 'silent' });
    const again = await buildApp({ ...APP_OPTIONS, store, log: silent });
    await again.http.listen({ port: Number(port), host: '127.0.0.1' });
    closing.push(() => again.http.close());
    for (const { link } of [pia, tom]) link.wake();
    await tom.until(({ titles }) => titles().join(' ') === 'Offline One Two Three');
    await pia.until(({ store: { state } }) => state().waiting === 0 && state().link === 'live');
    expect(pia.titles()).toEqual(tom.titles());
    const host = await store.host(app.workspace);
    const mine = (await host.entries(0, 500)).filter(({ actor }) => actor === CAST.pia.id);
    expect(mine.map(({ changes }) => changes.find(({ in: collection }) => collection === 'item')?.op)).toEqual(['create', 'update']);
  });

  test('a browser that believes to have no network is not believed: the stream is opened anew, and is live where the server is there', async () => {
    const { app, address } = await listening(await fresh());
    let isDown = false;
    const pia = await openTab(app, 'pia', () => (isDown ? 'http://127.0.0.1:1' : address()));
    isDown = true;
    pia.link.doubt();
    await pia.until(({ store: { state } }) => state().link === 'offline');
    await app.as('ada', 'POST', `products/${APP}/items`, { items: [{ title: 'Meanwhile' }] });
    expect(pia.titles()).toEqual(['One', 'Two', 'Three']);
    isDown = false;
    pia.link.wake();
    await pia.until(({ titles }) => titles().includes('Meanwhile'));
    pia.link.doubt();
    await pia.until(({ store: { state } }) => state().link === 'offline');
    await pia.until(({ store: { state } }) => state().link === 'live');
  });

  test('what the server refuses comes back whole, with what was built on it, and can be let go', async () => {
    const { app, address } = await listening(await fresh());
    let isDown = false;
    const pia = await openTab(app, 'pia', () => (isDown ? 'http://127.0.0.1:1' : address()));
    const made = await app.as('ada', 'POST', `products/${APP}/items`, { items: [{ title: 'Short-lived' }] });
    const { id, seq } = made.json<{ id: string; seq: number }>();
    await pia.until(({ titles }) => titles().includes('Short-lived'));
    isDown = true;
    await app.as('ada', 'POST', `changes/${seq}/undo`);
    const child = pia.store.command({ verb: 'createItems', input: { product: APP, items: [{ title: 'Its task, at length', type: 'task', parent: id }] } });
    const move = pia.store.command({ verb: 'moveItems', input: { product: APP, items: [child.id(1)], place: { to: 'top' } } });
    expect(await move.shown).toEqual({ outcome: 'shown' });
    expect(pia.store.state().waiting).toBeGreaterThan(0);
    isDown = false;
    pia.link.wake();
    expect(await child.answered).toMatchObject({ outcome: 'refused', why: { kind: 'rule', blockers: [{ code: 'not-there', id }] } });
    expect(await move.answered).toMatchObject({ outcome: 'refused' });
    await pia.until(({ titles }) => titles().join(' ') === 'One Two Three');
    expect(pia.store.state().notSaved.map(({ mutation, because }) => [mutation, because])).toEqual([
      [child.mutation, null],
      [move.mutation, child.mutation],
    ]);
    expect(JSON.stringify(pia.store.state().notSaved[0]!.calls)).toContain('Its task, at length');
    pia.store.letGo(child.mutation);
    expect(pia.store.state().notSaved.map(({ mutation }) => mutation)).toEqual([move.mutation]);
  });

  test('what is not valid or not allowed is refused here, and never sent', async () => {
    const { app, address } = await listening(await fresh());
    const before = await app.host.read((_, seq) => seq);
    const pia = await openTab(app, 'pia', address);
    const bad = pia.store.command({ verb: 'createItems', input: { product: APP, items: [{ title: '' }] } });
    expect(await bad.shown).toMatchObject({ outcome: 'refused', why: { kind: 'input', problems: [{ path: 'items.0.title' }] } });
    const denied = (await openTab(app, 'sam', address)).store.command(create('No'));
    expect(await denied.answered).toMatchObject({ outcome: 'refused', why: { kind: 'rule', blockers: [{ code: 'not-allowed' }] } });
    expect(await app.host.read((_, seq) => seq)).toBe(before);
  });

  test('a guest is sent their product only, in snapshot, stream and texts', async () => {
    const { app, address } = await listening(await fresh());
    const gus = await openTab(app, 'gus', address);
    const pia = await openTab(app, 'pia', address);
    await pia.store.command([create('Seen'), { verb: 'createItems', input: { product: WEB, items: [{ title: 'Hidden' }] } }]).answered;
    await gus.until(({ titles }) => titles().includes('Seen'));
    const all: Item[] = [...gus.store.view.all('item')];
    expect(all.map(({ title }) => title).sort()).toEqual(['One', 'Seen', 'Three', 'Two']);
    expect([...gus.store.view.all('member')].every(({ email }) => email === null)).toBe(true);
    const answer = await app.as('gus', 'GET', 'snapshot');
    expect(answer.body).not.toContain('Web one');
    expect(answer.body).not.toContain('northwind.example');
    await pia.until(({ store }) => store.replica.seq === gus.store.replica.seq);
  });

  test('a revoked token loses its stream without asking for anything more, and everything kept is wiped', async () => {
    const { app, address } = await listening(await fresh());
    const tom = await openTab(app, 'tom', address);
    const [token] = await app.server.tokens.list(app.workspace, CAST.tom.id);
    await app.server.tokens.revoke(token!.id, { workspace: app.workspace, member: null });
    await tom.until(({ store }) => store.state().phase === 'signed-out');
    expect(tom.titles()).toEqual([]);
  });

  test('a lost role ends the stream before the next entry is said', async () => {
    const { app, address } = await listening(await fresh());
    const tom = await openTab(app, 'tom', address);
    const ada = await openTab(app, 'ada', address);
    await ada.store.command({ verb: 'updateMember', input: { member: CAST.tom.id, role: null } }).answered;
    await ada.store.command(create('After')).answered;
    await tom.until(({ store }) => store.state().phase === 'no-access');
    expect(tom.titles()).toEqual([]);
  });

  test('another role is another view: the reader starts afresh with it', async () => {
    const { app, address } = await listening(await fresh());
    const tom = await openTab(app, 'tom', address);
    const ada = await openTab(app, 'ada', address);
    await ada.store.command({ verb: 'updateMember', input: { member: CAST.tom.id, role: 'guest', products: [WEB] } }).answered;
    await tom.until(({ titles, store }) => titles().length === 0 && store.me.role === 'guest');
    expect([...tom.store.view.all('item')].map(({ title }) => title)).toEqual(['Web one']);
  });

  test('who was away for more than two thousand changes takes a snapshot', async () => {
    const { app, address } = await listening(await fresh());
    const pia = await openTab(app, 'pia', address);
    const since = pia.store.replica.seq;
    await pia.close();
    const items = Array.from({ length: 1_500 }, (_, n) => ({ title: `Item ${n}` }));
    for (let n = 0; n < 2; n++) await app.as('pia', 'POST', `products/${APP}/items`, { items });
    const secret = await app.token('pia');
    const stop = new AbortController();
    const ask = (from: number) =>
      fetch(`${address()}/api/v1/workspaces/northwind/changes?since=${from}`, {
        headers: { authorization: `Bearer ${secret}`, accept: 'text/event-stream' },
        signal: stop.signal,
      });
    const answer = await ask(since);
    expect(await answer.text()).toMatch(/event: snapshot/);
    const again = await openTab(app, 'pia', address);
    expect(again.titles().length).toBe(3_003);
    stop.abort();
  });

  test('a snapshot is packed, has a tag, and is not sent twice', async () => {
    const { app } = await listening(await fresh());
    const headers = { authorization: `Bearer ${await app.token('pia')}`, 'accept-encoding': 'gzip, br' };
    const url = '/api/v1/workspaces/northwind/snapshot';
    const first = await app.ask({ method: 'GET', url, headers });
    expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cutline-member': CAST.pia.id });
    const again = await app.ask({ method: 'GET', url, headers: { ...headers, 'if-none-match': String(first.headers['etag']) } });
    expect(again.statusCode).toBe(304);
    expect((await app.ask({ method: 'GET', url })).statusCode).toBe(401);
    expect((await app.as('stranger', 'GET', '/api/v1/workspaces/northwind/snapshot')).statusCode).toBe(404);
  });
});

const APP_OPTIONS = {
  config: { trustProxy: false as const, url: URL_OF_TESTS },
  secret: 'a secret of the tests, long enough to sign with',
  url: () => URL_OF_TESTS,
  version: '0.0.0',
  webDir: null,
  seedExample: async () => undefined,
};
