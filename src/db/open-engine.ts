import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { fitTables } from './fit-tables.ts';
import { migrate } from './migrate.ts';
import { StoreRefused } from './refused.ts';
import { openSqlite } from './sqlite-engine.ts';
import { silent, type StoreLog } from './store-log.ts';

export interface StoreOptions {
  /** PostgreSQL; without it SQLite in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log?: StoreLog;
  /**
   * `server` (the default) holds the data as servers do: on SQLite one, on PostgreSQL many. `alone` wants that nobody else has it; `guest`
   * does not ask: for a command that writes a token while a server runs.
   */
  readonly as?: 'server' | 'alone' | 'guest';
  readonly clock?: () => Date;
}

/** Nodes that start together wait for each other this often. */
const PATIENCE = 20;
const PAUSE_MS = 500;

/** Opens the database, takes hold of it and brings it up to date. Throws {@link StoreRefused} with a sentence when that can't be. */
export async function openEngine({ databaseUrl, dataDir, log = silent, as = 'server' }: StoreOptions): Promise<Engine> {
  // What only PostgreSQL needs is loaded for it only.
  const engine = databaseUrl ? (await import('./postgres-engine.ts')).openPostgres(databaseUrl, log) : openSqlite(dataDir);
  try {
    const isAlone = await engine.hold('alone');
    if (!isAlone && as === 'alone') throw new StoreRefused(TAKEN);
    if (!isAlone && as === 'server') await share(engine);
    await migrate(engine, () => isAlone);
    await fitTables(engine, { may: () => isAlone, log });
    if (isAlone && as !== 'alone') await engine.hold('together');
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Another node may be bringing the data up to date just now. */
async function share(engine: Engine): Promise<void> {
  for (let tries = engine.dialect.name === 'postgres' ? PATIENCE : 1; tries > 0; tries--) {
    if (await engine.hold('together')) return;
    if (tries > 1) await wait(PAUSE_MS);
  }
  throw new StoreRefused(TAKEN);
}

const TAKEN = 'Another Cutline is using this data. Stop it first, or choose other data with CUTLINE_DATA_DIR or DATABASE_URL.';
