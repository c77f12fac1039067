import { sql, type Kysely, type Migration } from 'kysely';

/** What was ever in a sprint is found without reading the facts of everything else. */
export const heldFacts = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql.raw(`create index facts_held on facts (workspace, to_value, seq, collection, record) where field = 'sprint'`).execute(db);
  },
});
