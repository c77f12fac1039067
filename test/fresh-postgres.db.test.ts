import pg from 'pg';
import { expect, test } from 'vitest';
import { freshPostgres } from './fresh-postgres.ts';

test('a fresh database is empty, sorts text by locale unless told otherwise, and is gone when dropped', async () => {
  const database = await freshPostgres();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined); // the server cuts the connection when the database is dropped
  await client.connect();
  const { rows } = await client.query<{ tables: string; locale: boolean; code_unit: boolean }>(
    `select (select count(*) from pg_tables where schemaname = 'public') as tables, 'a' < 'B' as locale, 'a' < 'B' collate "C" as code_unit`,
  );
  expect(rows).toEqual([{ tables: '0', locale: true, code_unit: false }]);
  await database.drop();
  await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow('does not exist');
});
