import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rowOfEntry } from '../../src/db/entry-row.ts';
import { ENTRIES, HEADS } from '../../src/db/log-tables.ts';
import { rebuildStore } from '../../src/db/rebuild-store.ts';
import { ask, insert, type Steps } from '../../src/db/steps.ts';
import { collections, type Collections } from '../../src/domain/collections.ts';
import type { Entry } from '../../src/domain/kernel/entry.ts';
import { model } from '../../src/domain/model.ts';
import { besideStore, everything, expectAgreement } from '../agreement.ts';
import { onBothDatabases } from '../fresh-store.ts';
import { createItemsCommand } from '../small-plan.ts';

const folder = path.dirname(fileURLToPath(import.meta.url));
const kept = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
const read = (file: string): Entry[] =>
  readFileSync(path.join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

test('a log is kept of every model version', () => {
  expect(kept.toSorted()).toEqual(Array.from({ length: model.version }, (_, at) => `v${at + 1}.jsonl`).toSorted());
});

onBothDatabases((fresh) => {
  test.for(kept)('the log %s is read in the shape of today, and work goes on behind it', async (file) => {
    const entries = read(file);
    expect(entries.length).toBeGreaterThan(20);
    const data = await fresh();
    await (await data.open()).close();
    const [first] = entries;
    const workspace = (first!.changes[0] as { record: { id: string } }).record.id;
    await besideStore(data.options, (engine) =>
      engine.transact(function* (): Steps<void> {
        yield* ask('insert into workspaces (id, slug) values (?, ?)', [workspace, 'kept']);
        yield* insert(HEADS, [[workspace, entries.length, first!.at, first!.model, 0]]);
        yield* insert(
          ENTRIES,
          entries.map((entry) => rowOfEntry(workspace, entry, JSON.stringify(entry.changes))),
        );
      }),
    );
    await rebuildStore(data.options);
    const host = await (await data.open()).host(workspace);
    const log = await expectAgreement(data.options, host);
    expect(log.map(({ seq, verb }) => `${seq} ${verb}`)).toEqual(entries.map(({ seq, verb }) => `${seq} ${verb}`));
    for (const [name, records] of Object.entries(await host.read(everything))) {
      const fields = ['id', 'touchedAt', 'version', ...Object.keys(collections[name as keyof Collections].fields)].toSorted();
      for (const record of records) expect([name, Object.keys(record).toSorted()]).toEqual([name, fields]);
    }
    const product = await host.read((view) => [...view.all('product')][0]!.id);
    expect(await host.run(createItemsCommand(product, ['Written today']))).toMatchObject({ seq: entries.length + 1 });
    await expectAgreement(data.options, host);
  });
});
