/** A table as far as it is written: its columns, and which of them name a row. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
}

export type Row = readonly unknown[];

/** A question. Parameters are written as `?`. Rows come back as lists, in the order of the selected columns. */
export interface Ask {
  readonly do: 'ask';
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Rows that go in: new ones only, or also over those with the same key. */
export interface Insert {
  readonly do: 'insert' | 'upsert';
  readonly table: Table;
  readonly rows: readonly Row[];
}

/** Rows that go out, by key. */
export interface Delete {
  readonly do: 'delete';
  readonly table: Table;
  readonly keys: readonly Row[];
}

export type Step = Ask | Insert | Delete;

/**
 * What happens in a transaction, one step after another. Written once as a generator: SQLite runs it through without letting anybody in
 * between, PostgreSQL waits for each answer.
 */
export type Steps<T> = Generator<Step, T, readonly Row[]>;

export function* ask(sql: string, params: readonly unknown[]): Steps<readonly Row[]> {
  return yield { do: 'ask', sql, params };
}

/** Nothing happens when there are no rows. */
export function* insert(table: Table, rows: readonly Row[]): Steps<void> {
  if (rows.length > 0) yield { do: 'insert', table, rows };
}

/** Nothing happens when there are no rows. */
export function* upsert(table: Table, rows: readonly Row[]): Steps<void> {
  if (rows.length > 0) yield { do: 'upsert', table, rows };
}

/** Nothing happens when there are no keys. */
export function* remove(table: Table, keys: readonly Row[]): Steps<void> {
  if (keys.length > 0) yield { do: 'delete', table, keys };
}
