import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/db/store.ts';
import type { Host } from '../../src/db/host.ts';
import { expectAgreement } from '../agreement.ts';
import { freshPostgres, type FreshPostgres } from '../fresh-postgres.ts';
import { createItemsCommand, newWorkspace, smallPlan } from '../small-plan.ts';
import { cuttingProxy, type CuttingProxy } from './cutting-proxy.ts';

let database: FreshPostgres;
let proxy: CuttingProxy;
let store: Store;
let host: Host;
let product: string;

beforeAll(async () => {
  database = await freshPostgres();
  proxy = await cuttingProxy(database.url);
  store = await openStore({ dataDir: '', databaseUrl: proxy.url });
  host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
  ({ product } = await smallPlan(host));
});

afterAll(async () => {
  await store.close();
  await proxy.close();
  await database.drop();
});

test.for(['after', 'before'] as const)(
  'a command whose connection is cut %s its COMMIT was done is answered once it is known, and is done exactly once',
  async (when) => {
    for (let round = 0; round < 5; round++) {
      const before = (await host.entries(0, 10_000)).length;
      const cuts = proxy.cuts();
      const wanted = Array.from({ length: 16 }, (_, writer) => createItemsCommand(product, [`${when} ${round}/${writer}`]));
      const running = wanted.map((one) => host.run(one));
      proxy.cutNextCommit(when);
      const answers = await Promise.all(running);
      expect(proxy.cuts()).toBe(cuts + 1);
      const log = await expectAgreement({ dataDir: '', databaseUrl: database.url }, host);
      expect(log).toHaveLength(before + 16);
      expect(answers.map(({ seq }) => log[seq - 1]?.mutation)).toEqual(wanted.map(({ mutation }) => mutation));
    }
  },
);

test('every connection ended by the server, the listening one too, costs nobody an answer', async () => {
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const before = (await host.entries(0, 10_000)).length;
  const heard: number[] = [];
  const stop = host.subscribe(({ entries }) => heard.push(...entries.map(({ entry }) => entry.seq)));
  for (let round = 0; round < 5; round++) {
    const running = Array.from({ length: 16 }, (_, writer) => host.run(createItemsCommand(product, [`Ended ${round}/${writer}`])));
    await running[round];
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await Promise.all(running);
  }
  await admin.end();
  stop();
  const log = await expectAgreement({ dataDir: '', databaseUrl: database.url }, host);
  expect(log).toHaveLength(before + 80);
  expect(heard).toEqual(log.slice(before).map(({ seq }) => seq));
});
