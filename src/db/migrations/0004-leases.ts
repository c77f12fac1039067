import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Which node does a work that only one is to do, and until when the others leave it to that one. */
export const leases = ({ text }: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql.raw(`create table leases (work ${text} primary key, holder ${text} not null, until ${text} not null)`).execute(db);
  },
});
