import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { besideStore, everything, expectAgreement } from '../../test/agreement.ts';
import { onBothDatabases, type FreshData } from '../../test/fresh-store.ts';
import { command, createItemsCommand, describeItem, moveCommand, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import { load } from './load.ts';
import { StoreRefused } from './refused.ts';
import { openStore } from './store.ts';
import { rebuildStore, upgradeStore } from './rebuild-store.ts';

/** Data with some history, closed. */
async function closedPlan(data: FreshData): Promise<{ workspace: string; item: string; count: number }> {
  const store = await data.open();
  const { workspace } = await store.createWorkspace(newWorkspace);
  const host = await store.host(workspace);
  const { product, items } = await smallPlan(host, { items: 8 });
  await host.run(moveCommand({ product, items: [items[7]!], place: { to: 'top' } }));
  await host.run(command(describeItem, { item: items[0]!, body: 'Text' }));
  await store.close();
  return { workspace, item: items[0]!, count: 5 };
}

const damage = (data: FreshData, statement: string): Promise<unknown> => besideStore(data.options, ({ db }) => sql.raw(statement).execute(db));

onBothDatabases((fresh) => {
  test('a rebuild makes the same rows and facts from the log', async () => {
    const data = await fresh();
    const { workspace, count } = await closedPlan(data);
    const rows = () => besideStore(data.options, async (engine) => everything((await load(engine, workspace)).workspace));
    const before = await rows();
    await damage(data, `update item set title = 'wrong', tags = '["x"]'`);
    await damage(data, 'delete from facts');
    await damage(data, 'delete from subjects');
    await damage(data, 'delete from state');
    const [done] = await rebuildStore(data.options);
    expect(done).toMatchObject({ slug: 'northwind', entries: count, records: 2 + 4 + 8 });
    expect(done!.facts).toBeGreaterThan(8);
    expect(await rows()).toEqual(before);
    await expectAgreement(data.options, await (await data.open()).host(workspace));
  });

  test('a start refuses rows that do not agree with the log, says what to do, and that helps', async () => {
    for (const statement of [
      'update heads set seq = 4',
      `update item set title = 'wrong' where number = 3`,
      'delete from item where number = 3',
      'update item set version = 1',
    ]) {
      const data = await fresh();
      const { workspace } = await closedPlan(data);
      await damage(data, statement);
      const refused = data.open();
      await expect(refused).rejects.toThrow(StoreRefused);
      await expect(refused).rejects.toThrow('npx cutline rebuild');
      await rebuildStore(data.options);
      await expectAgreement(data.options, await (await data.open()).host(workspace));
    }
  });

  test('rows that are too many or too few are found when a workspace is loaded', async () => {
    const data = await fresh();
    const { workspace } = await closedPlan(data);
    await damage(data, 'update heads set records = records + 1');
    const host = await (await data.open()).host(workspace);
    await expect(host.read(() => 0)).rejects.toThrow('npx cutline rebuild');
  });

  test('data of a newer version is refused with a sentence, and nothing in it is changed', async () => {
    for (const statement of ['update heads set model = 99', `insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`]) {
      const data = await fresh();
      await closedPlan(data);
      await damage(data, statement);
      await expect(data.open()).rejects.toThrow('newer version of Cutline');
    }
  });

  test('a node that meets a newer model while it runs stops commanding and says so', async () => {
    const data = await fresh();
    const store = await data.open();
    const host = await store.host((await store.createWorkspace(newWorkspace)).workspace);
    const { product } = await smallPlan(host);
    await damage(data, 'update heads set model = 99');
    await expect(host.run(createItemsCommand(product, ['Late']))).rejects.toThrow('newer version of Cutline');
  });

  test('tables whose description has changed are made anew from the log', async () => {
    const data = await fresh();
    const { workspace } = await closedPlan(data);
    await damage(data, `update record_tables set fingerprint = 'older' where name = 'item'`);
    await damage(data, 'drop table item');
    await damage(data, 'create table item (workspace text, id text, older text)');
    await expectAgreement(data.options, await (await data.open()).host(workspace));
  });

  test('rows of an older model version are made anew, and then the head says so', async () => {
    const data = await fresh();
    const { workspace } = await closedPlan(data);
    await damage(data, `update item set title = 'as it was kept then'`);
    await damage(data, 'update heads set model = 0');
    await upgradeStore(data.options);
    await expectAgreement(data.options, await (await data.open()).host(workspace));
  });

  test('data from before histories were found by record is brought up to date without loss', async () => {
    const data = await fresh();
    const { workspace, item } = await closedPlan(data);
    await damage(data, 'drop table subjects');
    await damage(data, `delete from record_tables where name = 'subjects'`);
    await damage(data, 'drop index facts_held');
    await damage(data, 'drop table notes_links');
    await damage(data, `delete from kysely_migration where name >= '0005-subjects'`);
    const host = await (await data.open()).host(workspace);
    await expectAgreement(data.options, host);
    expect((await host.entriesAbout(item, { before: 1000 }, 10)).length).toBeGreaterThan(0);
  });

  test('while a server has the data nobody gets it alone, and a guest may still write a token', async () => {
    const data = await fresh();
    const store = await data.open();
    const { workspace, member } = await store.createWorkspace(newWorkspace);
    for (const alone of [rebuildStore, upgradeStore]) await expect(alone(data.options)).rejects.toThrow('Another Cutline is using this data');
    const guest = await data.open({ as: 'guest' });
    const token = {
      id: 't',
      hash: 'h',
      workspace,
      member,
      name: 'CI',
      role: 'guest',
      created_at: '2026-01-01T00:00:00.000Z',
      last_used_at: null,
      revoked_at: null,
    } as const;
    await guest.db.insertInto('tokens').values(token).execute();
    expect(await store.db.selectFrom('tokens').selectAll().execute()).toEqual([token]);
    if (store.dialect === 'sqlite') await expect(data.open()).rejects.toThrow('Another Cutline is using this data');
    else await (await data.open()).close();
    await store.close();
    await guest.close();
    await rebuildStore(data.options);
  });
});

test('a PostgreSQL that is not there is told in a sentence', async () => {
  await expect(openStore({ dataDir: '', databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow("PostgreSQL can't be reached");
});

test('SQLite makes every commit of accounts durable before it answers, and never checkpoints what is not; the log is flushed by us', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-data-'));
  await besideStore({ dataDir }, async ({ ask, db }) => {
    const [NORMAL, FULL] = [1, 2];
    expect(await ask('pragma synchronous', [])).toEqual([[NORMAL]]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: FULL }]);
    expect(await ask('pragma journal_mode', [])).toEqual([['wal']]);
  });
  rmSync(dataDir, { recursive: true });
});
