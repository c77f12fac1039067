import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { deleteSql, insertSql, postgres } from './dialect.ts';
import { ConnectionLost, type Asking, type Engine } from './engine.ts';
import { Standing } from './postgres-standing.ts';
import type { Schema } from './schema.ts';
import { ask, type Row, type Step, type Steps } from './steps.ts';
import type { StoreLog } from './store-log.ts';

const CONNECTIONS = 10;
/** PostgreSQL takes at most 65,535 parameters a statement. */
const PARAMETERS = 60_000;
const CHANNEL = 'cutline_log';

/** Opens a PostgreSQL database. */
export function openPostgres(url: string, log: StoreLog): Engine {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  pool.on('error', (error) => log.warn({ error }, 'an idle connection to PostgreSQL was lost'));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const standing = new Standing(url, CHANNEL, log);
  return {
    dialect: postgres,
    db,
    ask: (sql, params) => known(() => runStep(pool, { do: 'ask', sql, params })),
    transact: (steps) =>
      inTransaction(pool, 'begin', async (client) => {
        const running = steps();
        let next = running.next();
        while (!next.done) next = running.next(await runStep(client, next.value));
        return next.value;
      }),
    snapshot: (look) =>
      inTransaction(pool, 'begin isolation level repeatable read read only', (client) => {
        const asking: Asking = (sql, params) => runStep(client, { do: 'ask', sql, params });
        return look(asking);
      }),
    *notice(workspace, seq): Steps<void> {
      yield* ask(`select pg_notify('${CHANNEL}', ?)`, [`${seq} ${workspace}`]);
    },
    onNotice: (heard) => standing.listen(heard),
    hold: (how) => standing.hold(how),
    async close() {
      await standing.close();
      await db.destroy();
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await known(() => pool.connect());
  // While a client is out of the pool nobody else hears it; the query that runs then fails with the same error.
  const hear = (): undefined => undefined;
  client.on('error', hear);
  let broken: Error | undefined;
  try {
    return await known(async () => {
      await client.query(begin);
      const result = await work(client);
      await client.query('commit');
      return result;
    });
  } catch (error) {
    broken = await rolledBack(client, error);
    throw error;
  } finally {
    client.off('error', hear);
    client.release(broken);
  }
}

/** Undefined when the connection can be used again. */
async function rolledBack(client: pg.PoolClient, error: unknown): Promise<Error | undefined> {
  if (error instanceof ConnectionLost) return error;
  try {
    await client.query('rollback');
    return undefined;
  } catch (lost) {
    return lost instanceof Error ? lost : new Error(String(lost)); // the pool throws the connection away; the first error is what is told
  }
}

async function known<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isLost(error) ? new ConnectionLost('the connection to PostgreSQL was lost', { cause: error }) : error;
  }
}

/** Classes 08 (connection) and 57P (shutdown), what the socket says, and two that PostgreSQL asks to be tried again. */
function isLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code) return /^(08|57P0)/.test(code) || ['40001', '40P01', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'].includes(code);
  return /^(Connection terminated|Client has encountered a connection error)/.test(message ?? '');
}

async function runStep(client: pg.Pool | pg.PoolClient, step: Step): Promise<readonly Row[]> {
  if (step.do === 'ask') return rowsOf(client, step.sql, step.params);
  const { table } = step;
  const rows = step.do === 'delete' ? step.keys : step.rows;
  const together = Math.floor(PARAMETERS / (step.do === 'delete' ? table.keys : table.columns).length);
  for (let start = 0; start < rows.length; start += together) {
    const some = rows.slice(start, start + together);
    const text = step.do === 'delete' ? deleteSql(table, some.length) : insertSql(table, { over: step.do === 'upsert', rows: some.length });
    await rowsOf(client, text, some.flat());
  }
  return [];
}

async function rowsOf(client: pg.Pool | pg.PoolClient, text: string, params: readonly unknown[]): Promise<readonly Row[]> {
  const { rows } = await client.query<unknown[]>({ text: numbered(text), values: [...params], rowMode: 'array' });
  return rows;
}

/** PostgreSQL numbers its parameters. No statement here has a question mark of another meaning. */
function numbered(text: string): string {
  let n = 0;
  return text.replaceAll('?', () => `$${++n}`);
}
