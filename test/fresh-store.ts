import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe } from 'vitest';
import type { StoreOptions } from '../src/db/open-engine.ts';
import { openStore, type Store } from '../src/db/store.ts';
import { freshPostgres, type FreshPostgres } from './fresh-postgres.ts';

/** Where one test's data lies, on one of the two databases. */
export interface FreshData {
  readonly dialect: 'sqlite' | 'postgres';
  readonly options: { readonly dataDir: string; readonly databaseUrl?: string };
  /** Opens it; the store is closed when the file's tests are over, if it is not by then. */
  open(more?: Partial<StoreOptions>): Promise<Store>;
}

/** Runs tests on SQLite and on PostgreSQL. `fresh` gives data of its own to each caller. */
export function onBothDatabases(tests: (fresh: () => Promise<FreshData>) => void): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`on ${dialect}`, () => {
      const folders: string[] = [];
      const databases: FreshPostgres[] = [];
      const stores: Store[] = [];
      afterAll(async () => {
        for (const store of stores) await store.close();
        for (const database of databases) await database.drop();
        for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      });
      tests(async () => {
        const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-data-'));
        folders.push(dataDir);
        const database = dialect === 'postgres' ? await freshPostgres() : undefined;
        if (database) databases.push(database);
        const options = { dataDir, ...(database ? { databaseUrl: database.url } : {}) };
        const open = async (more: Partial<StoreOptions> = {}): Promise<Store> => {
          const store = await openStore({ ...options, ...more });
          stores.push(store);
          return store;
        };
        return { dialect, options, open };
      });
    });
  }
}
