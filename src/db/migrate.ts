import { Migrator, type Migration } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Engine } from './engine.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { imports } from './migrations/0003-imports.ts';
import { leases } from './migrations/0004-leases.ts';
import { log } from './migrations/0001-log.ts';
import { subjects } from './migrations/0005-subjects.ts';
import { heldFacts } from './migrations/0006-held-facts.ts';
import { notesLinks } from './migrations/0007-notes-links.ts';
import { StoreRefused } from './refused.ts';

/** In the order in which they run. One that was released is never changed. */
const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-log': log(dialect),
  '0002-accounts': accounts(dialect),
  '0003-imports': imports(dialect),
  '0004-leases': leases(dialect),
  '0005-subjects': subjects(dialect),
  '0006-held-facts': heldFacts(),
  '0007-notes-links': notesLinks(dialect),
});

/** Brings the database up to date. Throws {@link StoreRefused} when it is newer than this program, or when `may` says no and something is to be done. */
export async function migrate({ db, dialect }: Engine, may: () => boolean): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(dialect) } });
  const isFirst = !(await db.introspection.getTables({ withInternalKyselyTables: true })).some(({ name }) => name === 'kysely_migration');
  if (!isFirst) {
    const done = await db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute();
    const known = migrations(dialect);
    if (done.some(({ name }) => !(name in known))) throw new StoreRefused(NEWER);
    if (done.length === Object.keys(known).length) return;
  }
  if (!may()) throw new StoreRefused(OTHERS);
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('the database could not be brought up to date', { cause: error });
}

export const NEWER = 'The data was written by a newer version of Cutline. Start that version, or restore a backup made with this one.';
export const OTHERS = 'The data must be brought up to date, and another Cutline is using it. Stop every other one, then run `npx cutline upgrade`.';
