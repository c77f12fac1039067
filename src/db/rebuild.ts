import { collections, type Collections } from '../domain/collections.ts';
import { subjectsOfEntry } from '../domain/history/subjects.ts';
import { factsOf } from '../domain/kernel/fact.ts';
import { Workspace } from '../domain/kernel/workspace.ts';
import { model } from '../domain/model.ts';
import type { Engine } from './engine.ts';
import { ENTRIES_BETWEEN, entryOfRow, NEWEST } from './entry-row.ts';
import { FACTS, SUBJECTS } from './log-tables.ts';
import { recordTables } from './record-table.ts';
import { NoWorkspace } from './refused.ts';
import { ask, insert, upsert, type Row, type Steps } from './steps.ts';
import { rowOfFact } from './write-group.ts';

export interface Rebuilt {
  readonly entries: number;
  readonly records: number;
  readonly facts: number;
}

const PIECE = 500;

/** Makes a workspace's rows, facts and subjects anew from its log, in one transaction. They are the same as before, unless something was wrong with them. */
export const rebuild = (engine: Engine, workspace: string): Promise<Rebuilt> => engine.transact(() => rebuilding(engine, workspace));

function* rebuilding({ dialect }: Engine, workspace: string): Steps<Rebuilt> {
  const [head] = yield* ask(`select seq from heads where workspace = ?${dialect.forUpdate}`, [workspace]);
  if (!head) throw new NoWorkspace(workspace);
  for (const name of ['facts', 'subjects', ...recordTables.map((table) => table.name)]) yield* ask(`delete from "${name}" where workspace = ?`, [workspace]);
  const replayed = new Workspace<Collections>([]);
  let facts = 0;
  let seq = 0;
  let at = '';
  for (;;) {
    const entries = (yield* ask(ENTRIES_BETWEEN, [workspace, seq, NEWEST, PIECE])).map(entryOfRow);
    const subjects: Row[] = [];
    for (const entry of entries) {
      if (entry.seq !== seq + 1) throw new Error(`the log of workspace ${workspace} has a gap after entry ${seq}`);
      const befores = replayed.apply(entry.changes, { seq: entry.seq, at: entry.at });
      for (const record of subjectsOfEntry(entry.changes, befores)) subjects.push([workspace, record, entry.seq]);
      ({ seq, at } = entry);
    }
    const rows = entries.flatMap((entry) => factsOf(collections, entry).map((fact) => rowOfFact(workspace, fact)));
    facts += rows.length;
    yield* insert(FACTS, rows);
    yield* insert(SUBJECTS, subjects);
    if (entries.length < PIECE) break;
  }
  let records = 0;
  for (const table of recordTables) {
    const rows = Array.from(replayed.all(table.collection.name as keyof Collections), (record) => table.rowOf(workspace, record));
    records += rows.length;
    yield* upsert(table, rows);
  }
  yield* ask('update heads set seq = ?, at = ?, model = ?, records = ? where workspace = ?', [seq, at, model.version, records, workspace]);
  return { entries: seq, records, facts };
}
