import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Which entries tell of a record, so that its history is found without walking the log. Filled from the log when it is first opened. */
export const subjects = ({ text, keyed }: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const columns = `workspace ${text} not null, record ${text} not null, seq integer not null`;
    await sql.raw(`create table subjects (${columns}, primary key (workspace, record, seq)) ${keyed}`).execute(db);
  },
});
