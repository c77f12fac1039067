import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { onBothDatabases, type FreshData } from '../../test/fresh-store.ts';
import { command, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import { parkItems } from '../domain/backlog/park-items.ts';
import { addDays, type Day } from '../domain/kernel/day.ts';
import type { Entry } from '../domain/kernel/entry.ts';
import { readConfig } from './config.ts';
import { startServer, type Started, type Starting } from './start.ts';

const started: Started[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const server of started) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts the real server on a free port; gives what it printed. */
async function start(
  { options }: Pick<FreshData, 'options'>,
  { webDir = null, clock }: Partial<Pick<Starting, 'webDir' | 'clock'>> = {},
): Promise<Started & { lines: string[] }> {
  const lines: string[] = [];
  const env = { PORT: '0', LOG_LEVEL: 'silent', CUTLINE_DATA_DIR: options.dataDir, ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}) };
  const server = await startServer({ config: readConfig(env), webDir, say: (line) => void lines.push(line), ...(clock ? { clock } : {}) });
  started.push(server);
  return { ...server, lines };
}
const linkIn = (lines: readonly string[]): string | undefined => /http:\S+\/enter\/\S+/.exec(lines.join('\n'))?.[0];

onBothDatabases((fresh) => {
  test('the first start prints one link; until somebody has come by one, each start prints a new one and ends the older', async () => {
    const data = await fresh();
    const first = await start(data);
    const firstLink = linkIn(first.lines)!;
    expect(firstLink).toContain(first.url);
    await first.stop();
    const second = await start(data);
    const secondLink = linkIn(second.lines)!;
    const old = await fetch(`${second.url}${new URL(firstLink).pathname}`, { redirect: 'manual' });
    expect(old.status).toBe(404);
    const opened = await fetch(secondLink, { redirect: 'manual' });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe('/');
    await second.stop();
    const third = await start(data);
    expect(linkIn(third.lines)).toBeUndefined();
    // The secret is kept: who was signed in still is.
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    expect((await fetch(`${third.url}/api/v1/me`, { headers: { cookie } })).status).toBe(200);
    await third.stop();
  });

  test('the secret is readable by its owner only, and the data hold neither it nor the link', async () => {
    const data = await fresh();
    const server = await start(data);
    const file = path.join(data.options.dataDir, 'secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const link = new URL(linkIn(server.lines)!).pathname.split('/').at(-1)!;
    const rows = JSON.stringify(await server.app.server.store.db.selectFrom('invitations').selectAll().execute());
    expect(rows).not.toContain(link);
    expect(rows).not.toContain(readFileSync(file, 'utf8').trim());
    await server.stop();
  });

  test('what was parked until a day is back after a start on that day, and whoever follows sees it come', async () => {
    const data = await fresh();
    const before = await start(data);
    const { store } = before.app.server;
    const { workspace } = await store.createWorkspace(newWorkspace);
    const { items } = await smallPlan(await store.host(workspace));
    const tomorrow = addDays(new Date().toISOString().slice(0, 10) as Day, 1);
    await (await store.host(workspace)).run(command(parkItems, { items: [items[0]!], returnOn: tomorrow }));
    await before.stop();
    const after = await start(data, { clock: () => new Date(`${tomorrow}T00:00:00.000Z`) });
    const host = await after.app.server.store.host(workspace);
    const entry = await new Promise<Entry>((resolve) => void host.subscribe(({ entries }) => resolve(entries[0]!.entry)));
    expect(entry).toMatchObject({ verb: 'returnItems', actor: null, changes: [{ id: items[0], to: { parkedAt: null, returnOn: null } }] });
    await after.stop();
  });

  test('a stop lets running requests finish, answers no new ones, and says so to who asks whether it is ready', async () => {
    const server = await start(await fresh());
    const slow = slowly(`${server.url}/api/v1/session`, '{"email":"x@y.example","password":"does not matter"}');
    await wait(100);
    const stopping = server.stop();
    await wait(100);
    await slow.finish();
    expect(await slow.status).toBe(401);
    await stopping;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });
});

test('the web’s hashed files are kept for ever, its page never, and only who opens a page gets it', async () => {
  const webDir = mkdtempSync(path.join(tmpdir(), 'cutline-web-'));
  folders.push(webDir);
  mkdirSync(path.join(webDir, 'assets'));
  mkdirSync(path.join(webDir, '.vite'));
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>Cutline</title>');
  writeFileSync(path.join(webDir, 'assets', 'main-4f2a.js'), `console.log(1);${' '.repeat(2000)}`);
  writeFileSync(path.join(webDir, '.vite', 'manifest.json'), '{}');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-web-data-'));
  folders.push(dataDir);
  const server = await start({ options: { dataDir } }, { webDir });
  const get = (at: string, headers: Record<string, string> = {}) => fetch(`${server.url}${at}`, { headers });
  const script = await get('/assets/main-4f2a.js', { 'accept-encoding': 'br' });
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
  });
  for (const at of ['/', '/northwind/APP/backlog?item=APP-1', '/join/in_secret', '/northwind/-/members']) {
    const page = await get(at, { accept: 'text/html' });
    expect([page.status, page.headers.get('cache-control'), await page.text()], at).toEqual([200, 'no-cache', '<!doctype html><title>Cutline</title>']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  }
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>A newer build</title>');
  expect(await (await get('/northwind/APP/backlog', { accept: 'text/html' })).text()).toBe('<!doctype html><title>Cutline</title>');
  for (const at of ['/assets/gone-1.js', '/api/v1/nothing', '/api/nothing']) expect((await get(at, { accept: 'text/html' })).status, at).toBe(404);
  expect((await get('/northwind')).status).toBe(404);
  expect((await get('/')).status).toBe(200);
  for (const at of ['/.vite/manifest.json', '/%2e%2e/package.json', '/..%2f..%2fetc%2fpasswd', '/assets/..%2findex.html']) {
    const answer = await get(at);
    expect(answer.status, at).toBeGreaterThanOrEqual(400);
  }
  await server.stop();
});

/** A request whose body comes in two halves. */
function slowly(url: string, body: string): { finish: () => Promise<void>; status: Promise<number> } {
  const { origin } = new URL(url);
  const asking = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), origin } });
  const status = new Promise<number>((resolve, reject) => {
    asking.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asking.on('error', reject);
  });
  asking.write(body.slice(0, 10));
  return { finish: () => new Promise((resolve) => void asking.end(body.slice(10), () => resolve())), status };
}
