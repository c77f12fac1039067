import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { Row, Steps } from './steps.ts';

/** A database that is open, driven as its kind wants it. */
export interface Engine {
  readonly dialect: Dialect;
  readonly db: Kysely<Schema>;
  /** Runs steps as one transaction, alone among those that write. Throws {@link ConnectionLost} when it is not known whether they were done. */
  transact<T>(steps: () => Steps<T>): Promise<T>;
  ask: Asking;
  /** Several questions that see one state. */
  snapshot<T>(look: (ask: Asking) => Promise<T>): Promise<T>;
  /** Tells all nodes how far a workspace has come, from inside a transaction. */
  notice(workspace: string, seq: number): Steps<void>;
  /** Calls `heard` with every notice, our own too; null: some may have been missed. */
  onNotice(heard: Heard): Promise<void>;
  /** Whether the data could be had, until this engine is closed: alone, or together with others where many nodes may serve it. */
  hold(how: 'alone' | 'together'): Promise<boolean>;
  close(): Promise<void>;
}

export type Heard = (notice: { readonly workspace: string; readonly seq: number } | null) => void;

export type Asking = (sql: string, params: readonly unknown[]) => Promise<readonly Row[]>;

/** The connection went away in between; what was sent may have been done or not. Asking again is safe where mutations are recorded. */
export class ConnectionLost extends Error {}
