import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** The links under which notes of releases are published: one of a release, by its hash. */
export const notesLinks = ({ text }: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const columns = `workspace ${text} not null, release ${text} not null, hash ${text} not null unique, published_at ${text} not null`;
    await sql.raw(`create table notes_links (${columns}, primary key (workspace, release))`).execute(db);
  },
});
