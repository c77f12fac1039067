import { sql } from 'kysely';
import { model } from '../domain/model.ts';
import { quoted } from './dialect.ts';
import type { Engine } from './engine.ts';
import { SUBJECTS } from './log-tables.ts';
import { NEWER, OTHERS } from './migrate.ts';
import { rebuild } from './rebuild.ts';
import { fingerprintOf, recordTables, type RecordTable } from './record-table.ts';
import { StoreRefused } from './refused.ts';
import type { StoreLog } from './store-log.ts';

/**
 * Makes the tables of records as today's field descriptions want them. Their rows follow from the log, so a table whose description has
 * changed is made anew and filled again; so is everything that an older model version wrote, or one that did not keep subjects yet. `may`: nobody else uses the data.
 */
export async function fitTables(engine: Engine, { may, log }: { may: () => boolean; log: StoreLog }): Promise<void> {
  const { db } = engine;
  const heads = await db.selectFrom('heads').select(['workspace', 'model']).execute();
  if (heads.some((head) => head.model > model.version)) throw new StoreRefused(NEWER);
  const made = new Map((await db.selectFrom('record_tables').selectAll().execute()).map(({ name, fingerprint }) => [name, fingerprint]));
  const other = recordTables.filter((table) => made.get(table.name) !== fingerprintOf(table));
  const lacksSubjects = !made.has(SUBJECTS.name);
  const isOld = lacksSubjects || other.some(({ name }) => made.has(name));
  const stale = heads.filter((head) => isOld || head.model < model.version);
  if (other.length === 0 && stale.length === 0 && !lacksSubjects) return;
  if (!may()) throw new StoreRefused(OTHERS);
  for (const table of other) await make(engine, table);
  for (const { workspace } of stale) log.info({ ...(await rebuild(engine, workspace)), workspace }, 'rows were made anew from the log');
  // Only now: data in which this was cut off has them made again.
  if (lacksSubjects) await db.insertInto('record_tables').values({ name: SUBJECTS.name, fingerprint: '' }).execute();
}

async function make({ db, dialect }: Engine, table: RecordTable): Promise<void> {
  const fields = table.types.map(([column, type]) => `"${column}" ${type === 'text' ? dialect.text : type}`);
  const columns = [
    `workspace ${dialect.text} not null`,
    `id ${dialect.text} not null`,
    'version integer not null',
    `touched_at ${dialect.text} not null`,
    ...fields,
  ];
  await db.transaction().execute(async (transaction) => {
    await sql.raw(`drop table if exists "${table.name}"`).execute(transaction);
    await sql.raw(`create table "${table.name}" (${columns.join(', ')}, primary key (${quoted(table.keys)})) ${dialect.keyed}`).execute(transaction);
    if (table.rank) await sql.raw(dialect.uniqueRank(table.name, table.rank)).execute(transaction);
    for (const column of table.awaited)
      await sql.raw(`create index "${table.name}_${column}" on "${table.name}" ("${column}") where "${column}" is not null`).execute(transaction);
    const row = { name: table.name, fingerprint: fingerprintOf(table) };
    await transaction
      .insertInto('record_tables')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
  });
}
