import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Files that wait to be imported, in pieces, and what came of an import row by row. In the database, so that any node can go on. */
export const imports = ({ text, bytes }: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const run = (statement: string) => sql.raw(statement).execute(db);
    await run(`create table import_files (workspace ${text} not null, id ${text} not null, member ${text} not null, name ${text} not null, hash ${text} not null,
      size integer not null, at ${text} not null, mapping ${text}, primary key (workspace, id))`);
    await run(
      `create table import_chunks (workspace ${text} not null, file ${text} not null, n integer not null, bytes ${bytes} not null, primary key (workspace, file, n))`,
    );
    await run(`create table import_reports (workspace ${text} not null, import ${text} not null, file ${text}, problems ${text} not null, kept ${text} not null,
      primary key (workspace, import))`);
  },
});
