import { hash } from 'node:crypto';
import { collections, type Collections } from '../domain/collections.ts';
import { byCodeUnit, idOf, type Entity } from '../domain/kernel/change.ts';
import type { Kept, TextVersion } from '../domain/kernel/draft.ts';
import { factsOf, type Fact } from '../domain/kernel/fact.ts';
import type { Workspace } from '../domain/kernel/workspace.ts';
import { model } from '../domain/model.ts';
import type { Dialect } from './dialect.ts';
import { rowOfEntry } from './entry-row.ts';
import type { TakenEntry } from './host.ts';
import { ENTRIES, FACTS, MUTATIONS, SUBJECTS, TEXTS } from './log-tables.ts';
import { recordTable, recordTables, type RecordTable } from './record-table.ts';
import { ask, insert, remove, upsert, type Row, type Steps } from './steps.ts';

/** A new entry with what is written beside it. */
export interface NewEntry extends TakenEntry {
  /** Its changes as JSON: made once. */
  readonly changes: string;
  /** The records whose history tells of it. */
  readonly subjects: readonly string[];
  readonly texts: readonly TextVersion[];
  readonly kept: readonly Kept[];
  /** Hash of what was asked. */
  readonly asked: string;
}

export interface Group {
  readonly workspace: string;
  readonly dialect: Dialect;
  /** How many records there were. */
  readonly records: number;
  readonly before: Workspace<Collections>;
  readonly after: Workspace<Collections>;
  readonly entries: readonly NewEntry[];
}

/** Writes entries, facts, whose history they belong to, texts, records of mutations, the final state of each touched record, and the head: all that makes a group durable. */
export function* writeGroup(group: Group): Steps<void> {
  const { workspace, entries } = group;
  const newest = entries.at(-1)!.entry;
  yield* insert(
    ENTRIES,
    entries.map(({ entry, changes }) => rowOfEntry(workspace, entry, changes)),
  );
  yield* insert(
    FACTS,
    entries.flatMap(({ entry }) => factsOf(collections, entry).map((fact) => rowOfFact(workspace, fact))),
  );
  yield* insert(
    SUBJECTS,
    entries.flatMap(({ entry, subjects }) => subjects.map((record) => [workspace, record, entry.seq])),
  );
  yield* insert(
    TEXTS,
    entries.flatMap(({ texts }) => texts.map((text) => rowOfText(workspace, text))),
  );
  yield* insert(
    MUTATIONS,
    entries.map(({ entry, asked, kept }) => [workspace, entry.mutation, entry.actor ?? '', entry.verb, asked, entry.seq, JSON.stringify(kept), entry.at]),
  );
  const grown = yield* writeRecords(group);
  yield* ask('update heads set seq = ?, at = ?, model = ?, records = ? where workspace = ?', [
    newest.seq,
    newest.at,
    model.version,
    group.records + grown,
    workspace,
  ]);
}

/** By how many records it has grown. */
function* writeRecords(group: Group): Steps<number> {
  let grown = 0;
  for (const [table, ids] of touched(group.entries)) {
    const collection = table.collection.name as keyof Collections;
    const before = ids.map((id) => group.before.find(collection, id));
    const after = ids.map((id) => group.after.find(collection, id));
    const gone = ids.filter((_, at) => before[at] && !after[at]);
    const kept = after.filter((record) => record !== undefined);
    grown += kept.length - before.filter(Boolean).length;
    yield* remove(
      table,
      gone.map((id) => [group.workspace, id]),
    );
    if (table.rank && !group.dialect.defers) yield* vacate(group.workspace, table, { before, after });
    yield* upsert(
      table,
      kept.map((record) => table.rowOf(group.workspace, record)),
    );
    if (collection === 'workspace') for (const record of kept) yield* followSlug(record as Collections['workspace']);
  }
  return grown;
}

/** The records that entries touch, by table, in the order of the tables. */
function touched(entries: readonly NewEntry[]): [RecordTable, string[]][] {
  const ids = new Map<string, Set<string>>();
  for (const { entry } of entries) {
    for (const change of entry.changes) {
      let some = ids.get(change.in);
      if (!some) ids.set(change.in, (some = new Set()));
      some.add(idOf(change));
    }
  }
  for (const name of ids.keys()) recordTable(name);
  // Two nodes that write in one order never wait for each other in a circle.
  return recordTables.flatMap((table) =>
    ids.has(table.collection.name) ? [[table, [...ids.get(table.collection.name)!].sort(byCodeUnit)] as [RecordTable, string[]]] : [],
  );
}

/**
 * Where ranks must be unique after every single row, records whose key another one takes over get a key of their own first, which is none
 * that a rank can be. The real one follows with the rest of the record.
 */
function* vacate(
  workspace: string,
  { name }: RecordTable,
  { before, after }: { before: readonly (Entity | undefined)[]; after: readonly (Entity | undefined)[] },
): Steps<void> {
  const takers = new Map(after.flatMap((record) => (record ? [[placeOf(record), record.id] as const] : [])));
  for (const [at, record] of before.entries()) {
    const taker = record && after[at] ? takers.get(placeOf(record)) : undefined;
    if (taker !== undefined && taker !== record?.id)
      yield* ask(`update "${name}" set rank = '~' || id where workspace = ? and id = ?`, [workspace, record!.id]);
  }
}

const placeOf = (record: Entity): string => `${model.ranking.group(record as never)} ${(record as Entity & { rank: string }).rank}`;

function* followSlug({ id, slug }: Collections['workspace']): Steps<void> {
  yield* ask('update workspaces set slug = ? where id = ? and slug <> ?', [slug, id, slug]);
}

export const rowOfFact = (workspace: string, { seq, n, in: collection, id, field, from, to, at, happenedOn }: Fact): Row => [
  workspace,
  seq,
  n,
  collection,
  id,
  field,
  JSON.stringify(from),
  JSON.stringify(to),
  at,
  happenedOn,
];

const rowOfText = (workspace: string, { id, owner, base, body }: TextVersion): Row => [
  workspace,
  id,
  owner.in,
  owner.id,
  owner.field,
  base,
  hash('sha256', body, 'hex'),
  body.length,
  body,
];
