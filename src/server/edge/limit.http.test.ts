import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { castApp, URL_OF_TESTS, type CastApp } from '../../../test/cast-app.ts';
import { openStore, type Store } from '../../db/store.ts';

// Limits are kept in memory, so that one database is enough.
const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-limits-'));
const stores: Store[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function freshApp(name: string, trustProxy: false | readonly string[] = false): Promise<CastApp> {
  const options = { dataDir: path.join(dataDir, name) };
  const open = async () => {
    const store = await openStore(options);
    stores.push(store);
    return store;
  };
  return castApp({ dialect: 'sqlite', options, open }, { config: { trustProxy } });
}

const own = { origin: URL_OF_TESTS };
const signIn = async (app: CastApp, { address, forwarded, payload = {} }: { address: string; forwarded?: string; payload?: object }) =>
  app.ask({
    method: 'POST',
    url: '/api/v1/session',
    headers: { ...own, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) },
    payload,
    remoteAddress: address,
  });

test('tries to sign in are limited by the socket’s address, whatever X-Forwarded-For says', async () => {
  const app = await freshApp('socket');
  const statuses: number[] = [];
  for (let n = 0; n < 20; n++) statuses.push((await signIn(app, { address: '10.1.1.1', forwarded: `10.9.9.${n}` })).statusCode);
  expect(new Set(statuses)).toEqual(new Set([422]));
  const refused = await signIn(app, { address: '10.1.1.1', forwarded: '10.9.9.200' });
  expect(refused.json()).toMatchObject({ type: 'too-often', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await signIn(app, { address: '10.1.1.2' })).statusCode).toBe(422);
});

test('behind a proxy that is trusted, its word about the address counts', async () => {
  const app = await freshApp('proxy', ['10.1.1.1']);
  for (let n = 0; n < 21; n++) expect((await signIn(app, { address: '10.1.1.1', forwarded: `10.9.9.${n}` })).statusCode).toBe(422);
  for (let n = 0; n < 20; n++) await signIn(app, { address: '10.1.1.1', forwarded: `6.6.6.6, 10.9.9.77` });
  expect((await signIn(app, { address: '10.1.1.1', forwarded: '7.7.7.7, 10.9.9.77' })).statusCode).toBe(429);
});

test('tries for one e-mail are limited from whatever addresses they come, and in whatever case it is written', async () => {
  const app = await freshApp('name');
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++) {
    const email = n % 2 ? 'one@y.example' : 'ONE@y.example';
    statuses.push((await signIn(app, { address: `10.2.0.${n}`, payload: { email, password: 'whatever it is' } })).statusCode);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});

test('making tokens is limited', async () => {
  const app = await freshApp('tokens');
  const statuses: number[] = [];
  for (let n = 0; n < 31; n++) statuses.push((await app.as('tom', 'POST', 'tokens', { name: `T${n}`, role: 'guest' })).statusCode);
  expect(statuses.at(-2)).toBe(201);
  expect(statuses.at(-1)).toBe(429);
});
