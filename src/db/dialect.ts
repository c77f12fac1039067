import { sql, type RawBuilder } from 'kysely';
import type { Table } from './steps.ts';

/** Everything that SQLite and PostgreSQL say differently. How each is driven is in its engine; all other SQL is the same for both. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Text that is compared by code unit, never by locale. */
  readonly text: string;
  /** Bytes as they are. */
  readonly bytes: string;
  /** What better-auth keeps dates and flags in. */
  readonly authDate: string;
  readonly authFlag: string;
  /** After a table's columns: small rows lie in the order of their key. */
  readonly keyed: string;
  /** After a table in a question: found by this index, whatever the database thinks of it. PostgreSQL knows how many rows there are and chooses well. */
  foundBy(index: string): string;
  /** Locks the rows that a select finds. SQLite has one writer at a time anyway. */
  readonly forUpdate: string;
  /** Whether a constraint can be checked at the end of a transaction; else ranks are vacated first. */
  readonly defers: boolean;
  /** How many commands share a transaction. */
  readonly commandsTogether: number;
  /** Adds that no two records of a group have the same rank. */
  uniqueRank(table: string, columns: readonly string[]): string;
  /** Adds that a table's rows are never changed, and taken away only once their workspace is gone. */
  appendOnly(table: string): readonly RawBuilder<unknown>[];
}

export const sqlite: Dialect = {
  name: 'sqlite',
  text: 'text',
  bytes: 'blob',
  authDate: 'date',
  authFlag: 'integer',
  keyed: 'without rowid',
  foundBy: (index) => ` indexed by ${index}`,
  forUpdate: '',
  defers: false,
  commandsTogether: 128,
  uniqueRank: (table, columns) => `create unique index "${table}_rank" on "${table}" (${quoted(columns)})`,
  appendOnly: (table) => [
    sql.raw(`create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'the log is append-only'); end`),
    sql.raw(`create trigger ${table}_no_delete before delete on ${table} when exists (select 1 from workspaces where id = old.workspace)
             begin select raise(abort, 'the log is append-only'); end`),
  ],
};

export const postgres: Dialect = {
  name: 'postgres',
  text: 'text collate "C"',
  bytes: 'bytea',
  authDate: 'timestamptz',
  authFlag: 'boolean',
  keyed: '',
  foundBy: () => '',
  forUpdate: ' for update',
  defers: true,
  commandsTogether: 1,
  uniqueRank: (table, columns) => `alter table "${table}" add constraint "${table}_rank" unique (${quoted(columns)}) deferrable initially deferred`,
  appendOnly: (table) => [
    sql.raw(`create function ${table}_append_only() returns trigger language plpgsql as $$
             begin
               if tg_op = 'DELETE' and not exists (select 1 from workspaces where id = old.workspace) then return old; end if;
               raise exception 'the log is append-only';
             end $$`),
    sql.raw(`create trigger ${table}_append_only before update or delete on ${table} for each row execute function ${table}_append_only()`),
    sql.raw(`create function ${table}_no_truncate() returns trigger language plpgsql as $$ begin raise exception 'the log is append-only'; end $$`),
    sql.raw(`create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function ${table}_no_truncate()`),
  ],
};

/** One row in, or over the one with the same key. `rows` rows of parameters follow one another. */
export function insertSql({ name, columns, keys }: Table, { over, rows }: { over: boolean; rows: number }): string {
  const one = `(${columns.map(() => '?').join(',')})`;
  const into = `insert into "${name}" (${quoted(columns)}) values ${Array.from({ length: rows }, () => one).join(',')}`;
  if (!over) return into;
  const rest = columns.filter((column) => !keys.includes(column)).map((column) => `"${column}" = excluded."${column}"`);
  return `${into} on conflict (${quoted(keys)}) do update set ${rest.join(', ')}`;
}

export function deleteSql({ name, keys }: Table, rows: number): string {
  const one = `(${keys.map(() => '?').join(',')})`;
  return `delete from "${name}" where (${quoted(keys)}) in (values ${Array.from({ length: rows }, () => one).join(',')})`;
}

export const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
