import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** An empty PostgreSQL database for one test file, dropped by `drop` even when connections are left. */
export interface FreshPostgres {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database on the run's PostgreSQL server. */
export async function freshPostgres(): Promise<FreshPostgres> {
  const server = inject('postgresUrl');
  const name = `cutline_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database "${name}"`);
  return { url: url.href, drop: () => onServer(server, `drop database if exists "${name}" with (force)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
