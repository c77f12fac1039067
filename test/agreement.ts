import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Engine } from '../src/db/engine.ts';
import { factsBetween } from '../src/db/fact-rows.ts';
import type { Host } from '../src/db/host.ts';
import { load } from '../src/db/load.ts';
import { openPostgres } from '../src/db/postgres-engine.ts';
import { recordTables } from '../src/db/record-table.ts';
import { openSqlite } from '../src/db/sqlite-engine.ts';
import { silent } from '../src/db/store-log.ts';
import { collections, type Collections } from '../src/domain/collections.ts';
import { subjectsOfEntry } from '../src/domain/history/subjects.ts';
import { byCodeUnit, type Entity } from '../src/domain/kernel/change.ts';
import type { Entry } from '../src/domain/kernel/entry.ts';
import { factsOf, type Fact } from '../src/domain/kernel/fact.ts';
import { fieldsOf, type Collection } from '../src/domain/kernel/field.ts';
import { Workspace, type Readable } from '../src/domain/kernel/workspace.ts';

export interface DataOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** The database beside the store that has it open: to look at rows, and to damage them. */
export async function besideStore<T>({ dataDir, databaseUrl }: DataOptions, look: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = databaseUrl ? openPostgres(databaseUrl, silent) : openSqlite(dataDir);
  try {
    return await look(engine);
  } finally {
    await engine.close();
  }
}

/** Expects that the log has no gap and that replaying it, the rows, whose history it tells and the memory of the host are one; gives the log. */
export async function expectAgreement(options: DataOptions, host: Host): Promise<Entry[]> {
  const entries = await host.entries(0, 1_000_000);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted(byCodeUnit));
  const replayed = new Workspace<Collections>([]);
  const subjectsFromLog = entries.flatMap(({ changes, seq, at }) =>
    subjectsOfEntry(changes, replayed.apply(changes, { seq, at })).map((record) => `${record} ${seq}`),
  );
  const fromLog = everything(replayed);
  const { fromRows, facts, subjects } = await besideStore(options, async (engine) => {
    const { workspace } = await load(engine, host.id);
    return { fromRows: everything(workspace), facts: await allFacts(engine, host.id), subjects: await engine.ask(ALL_SUBJECTS, [host.id]) };
  });
  expectSame(fromRows, fromLog);
  expectSame(await host.read((workspace, seq) => ({ seq, all: everything(workspace) })), { seq: entries.length, all: fromLog });
  expectSame(subjects.map((row) => row.join(' ')).toSorted(), subjectsFromLog.toSorted());
  expectSame(
    facts,
    entries.flatMap((entry) => factsOf(collections, entry)),
  );
  return entries;
}

const ALL_SUBJECTS = 'select record, seq from subjects where workspace = ?';

/** Equality of much: the slow comparison that can explain itself is asked only when there is something to explain. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

/** Every record that is kept, by collection and id. */
export function everything(workspace: Readable<Collections>): Record<string, Entity[]> {
  const names = recordTables.map(({ collection }) => collection.name as keyof Collections);
  return Object.fromEntries(names.map((name) => [name, [...workspace.all(name)].toSorted((a, b) => byCodeUnit(a.id, b.id))]));
}

async function allFacts(engine: Engine, workspace: string): Promise<Fact[]> {
  const follows = Object.values<Collection>(collections).flatMap((collection) =>
    fieldsOf(collection).flatMap(([field, { history }]) => (history ? [{ in: collection.name, field }] : [])),
  );
  const facts: Fact[] = [];
  for await (const piece of factsBetween(engine, workspace, { follows, after: 0, upTo: 1_000_000 })) facts.push(...piece);
  return facts;
}
