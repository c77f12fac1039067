import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectAgreement } from '../../test/agreement.ts';
import { createItemsCommand, newWorkspace, smallPlan } from '../../test/small-plan.ts';
import type { Engine } from './engine.ts';
import { LiveHost } from './live-host.ts';
import { openSqlite } from './sqlite-engine.ts';
import { silent } from './store-log.ts';
import { openStore } from './store.ts';
import type { Flush } from './write-ahead.ts';

let dataDir: string;
let flush: Flush;
let engine: Engine;
let host: LiveHost;
let product: string;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-data-'));
  const store = await openStore({ dataDir });
  const { workspace } = await store.createWorkspace(newWorkspace);
  await store.close();
  flush = (file) => file.datasync();
  engine = openSqlite(dataDir, (file) => flush(file));
  host = new LiveHost(workspace, { engine, log: silent, clock: () => new Date() });
  ({ product } = await smallPlan(host, { items: 3 }));
});

afterEach(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true });
});

const items = (): Promise<number> => host.read((view) => [...view.all('item')].length);

test('nobody is told of a command before the disk has it: not its author, not a reader, not a follower, not who asks for the log', async () => {
  const told: string[] = [];
  host.subscribe(() => told.push('follower'));
  let letGo: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    flush = async (file) => {
      resolve();
      await new Promise<void>((go) => (letGo = go));
      told.push('disk');
      await file.datasync();
    };
  });
  const answer = host.run(createItemsCommand(product, ['Late'])).then(() => told.push('author'));
  await begun;
  const log = host.entries(0, 100).then((entries) => told.push(`log of ${entries.length}`));
  await wait(30);
  expect(told).toEqual([]);
  expect(await items()).toBe(3);
  letGo();
  await Promise.all([answer, log]);
  expect(told[0]).toBe('disk');
  expect(told.toSorted()).toEqual(['author', 'disk', 'follower', 'log of 4']);
  expect(await items()).toBe(4);
});

test('after the disk has failed once nothing more is taken, and what lies there is one whole when it is opened again', async () => {
  const failure = new Error('input/output error');
  flush = () => Promise.reject(failure);
  await expect(host.run(createItemsCommand(product, ['Lost or not']))).rejects.toThrow('The disk did not keep what was written');
  flush = (file) => file.datasync();
  await expect(host.run(createItemsCommand(product, ['After it']))).rejects.toMatchObject({ cause: failure });
  expect(await items()).toBe(3);
  await engine.close();
  const store = await openStore({ dataDir });
  const log = await expectAgreement({ dataDir }, await store.host(host.id));
  expect(log.length).toBeLessThanOrEqual(4);
  await store.close();
});

test('commands that come while the disk works go together in the next group', async () => {
  let flushes = 0;
  flush = async (file) => {
    flushes++;
    await wait(20);
    await file.datasync();
  };
  await Promise.all(
    Array.from({ length: 30 }, async (_, at) => {
      await wait(at % 3);
      await host.run(createItemsCommand(product, [`Item ${at}`]));
    }),
  );
  expect(flushes).toBeLessThan(10);
  expect((await expectAgreement({ dataDir }, host)).length).toBe(33);
});
