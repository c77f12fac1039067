import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { deleteSql, insertSql, sqlite } from './dialect.ts';
import type { Asking, Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { Row, Step, Steps, Table } from './steps.ts';
import { WriteAhead, type Flush } from './write-ahead.ts';

const BUSY_MS = 10_000;

/** So many rows go into one statement, where there are so many: less of it is spent between the rows than on them. */
const TOGETHER = 16;

/** Opens the SQLite file in a data directory, which is made where it is missing. */
export function openSqlite(dataDir: string, flush?: Flush): Engine {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'cutline.db');
  // Writers of the log never wait inside a call: a transaction of `db` that is open in this same process could not end meanwhile.
  const writer = connect(file, { timeout: 0 });
  // What it commits is flushed by us, before anybody is told.
  writer.pragma('synchronous = NORMAL');
  const ahead = new WriteAhead(`${file}-wal`, flush);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connect(file, { timeout: BUSY_MS }) }) });
  let lock: Database.Database | undefined;
  const run = runner(writer);
  const ask: Asking = async (sql, params) => {
    const rows = run({ do: 'ask', sql, params });
    await ahead.settled();
    return rows;
  };
  return {
    dialect: sqlite,
    db,
    ask,
    async transact(steps) {
      ahead.assertSound();
      // From begin to commit nothing is awaited: a write of `db` in between would wait for this transaction inside a call, and so for ever.
      for (const start = Date.now(); !hasBegun(writer, Date.now() - start < BUSY_MS);) await new Promise((resolve) => setTimeout(resolve, 2));
      const result = inTransaction(writer, () => drive(steps(), run));
      await ahead.flush();
      return result;
    },
    async snapshot(look) {
      const reader = new Database(file, { readonly: true, timeout: BUSY_MS });
      try {
        reader.exec('begin');
        const read = runner(reader);
        const looked = await look(async (sql, params) => read({ do: 'ask', sql, params }));
        await ahead.settled();
        return looked;
      } finally {
        reader.close();
      }
    },
    *notice() {},
    async onNotice() {},
    async hold() {
      lock ??= takeLock(path.join(dataDir, 'cutline.lock'));
      return lock !== undefined;
    },
    async close() {
      await db.destroy();
      await ahead.close();
      writer.close();
      lock?.close();
    },
  };
}

function connect(file: string, options: Database.Options): Database.Database {
  const database = new Database(file, options);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL'); // its build lowers it in WAL mode, and then a power failure can lose acknowledged commits
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4000'); // in pages: a fourth of the stops, and pages that change again and again are copied once
  return database;
}

/** Held as an open transaction on a file of its own, so that the system lets go of it however the process ends. */
function takeLock(file: string): Database.Database | undefined {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

/** Begins a transaction, unless another connection has one open: then it says so, or throws when there is no patience left. */
function hasBegun(database: Database.Database, isPatient: boolean): boolean {
  try {
    database.exec('begin immediate');
    return true;
  } catch (error) {
    if (isPatient && isBusy(error)) return false;
    throw error;
  }
}

/** Commits what was done in the transaction that has begun, or takes it back. */
function inTransaction<T>(database: Database.Database, act: () => T): T {
  try {
    const result = act();
    database.exec('commit');
    return result;
  } finally {
    if (database.inTransaction) database.exec('rollback');
  }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function drive<T>(steps: Steps<T>, run: (step: Step) => readonly Row[]): T {
  let next = steps.next();
  while (!next.done) next = steps.next(run(next.value));
  return next.value;
}

/** Runs steps with statements that are prepared once. */
function runner(database: Database.Database): (step: Step) => readonly Row[] {
  const asked = new Map<string, Database.Statement>();
  const written = new Map<Table, Map<string, Database.Statement>>();
  return (step) => {
    if (step.do === 'ask') return askWith(prepared(step.sql), step.params);
    const rows = step.do === 'delete' ? step.keys : step.rows;
    let at = 0;
    for (; at + TOGETHER <= rows.length; at += TOGETHER) statementFor(step.table, step.do, TOGETHER).run(...rows.slice(at, at + TOGETHER).flat());
    for (; at < rows.length; at++) statementFor(step.table, step.do, 1).run(...rows[at]!);
    return [];
  };
  function prepared(sql: string): Database.Statement {
    let statement = asked.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      if (statement.reader) statement.raw();
      asked.set(sql, statement);
    }
    return statement;
  }
  function statementFor(table: Table, act: 'insert' | 'upsert' | 'delete', rows: number): Database.Statement {
    let statements = written.get(table);
    if (!statements) written.set(table, (statements = new Map()));
    const name = `${act} ${rows}`;
    let statement = statements.get(name);
    if (!statement) {
      statement = database.prepare(act === 'delete' ? deleteSql(table, rows) : insertSql(table, { over: act === 'upsert', rows }));
      statements.set(name, statement);
    }
    return statement;
  }
}

function askWith(statement: Database.Statement, params: readonly unknown[]): readonly Row[] {
  if (statement.reader) return statement.all(...params) as Row[];
  statement.run(...params);
  return [];
}
