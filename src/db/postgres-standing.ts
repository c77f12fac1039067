import pg from 'pg';
import type { Heard } from './engine.ts';
import { StoreRefused } from './refused.ts';
import type { StoreLog } from './store-log.ts';

/** The key of the lock: two numbers that nobody else uses in this database. */
const LOCK = '1131762792, 768842867';
const AGAIN_MS = 500;

/**
 * A connection that stands as long as the store is open: it holds the lock, alone or together with other nodes, and hears their notices.
 * When it is lost it is made again, and whoever listens is told that something may have been missed.
 */
export class Standing {
  readonly #url: string;
  readonly #channel: string;
  readonly #log: StoreLog;
  readonly #heard: Heard[] = [];
  #client: Promise<pg.Client> | null = null;
  #holds: 'alone' | 'together' | null = null;
  #isClosed = false;
  #again: NodeJS.Timeout | undefined;

  constructor(url: string, channel: string, log: StoreLog) {
    this.#url = url;
    this.#channel = channel;
    this.#log = log;
  }

  async hold(how: 'alone' | 'together'): Promise<boolean> {
    const client = await this.#connected();
    const { rows } = await client.query<{ held: boolean }>(
      `select ${how === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'}(${LOCK}) as held`,
    );
    const isHeld = rows[0]?.held === true;
    if (isHeld && how === 'together' && this.#holds === 'alone') await client.query(`select pg_advisory_unlock(${LOCK})`);
    if (isHeld) this.#holds = how;
    return isHeld;
  }

  async listen(heard: Heard): Promise<void> {
    this.#heard.push(heard);
    await (await this.#connected()).query(`listen ${this.#channel}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    const client = await this.#client?.catch(() => null); // one that never stood has been told to whoever asked for it
    await client?.end();
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    client.on('notification', ({ payload }) => this.#tell(payload));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    try {
      await client.connect();
    } catch (error) {
      throw new StoreRefused(
        `PostgreSQL can't be reached (${error instanceof Error ? error.message : String(error)}). Is DATABASE_URL right, and is it running?`,
        { cause: error },
      );
    }
    if (this.#isClosed) await client.end();
    return client;
  }

  #tell(payload?: string): void {
    const [seq, workspace] = payload?.split(' ') ?? [];
    for (const heard of this.#heard) heard(seq && workspace ? { workspace, seq: Number(seq) } : null);
  }

  #lost(client: pg.Client, error: Error | null): void {
    if (this.#isClosed || !this.#client) return;
    this.#client = null;
    client.removeAllListeners('end');
    this.#log.warn({ error }, 'the connection that listens to PostgreSQL was lost; it is made again');
    this.#tryAgain();
  }

  #tryAgain(): void {
    this.#again = setTimeout(() => {
      this.#takeUp().catch((error: unknown) => {
        this.#client = null;
        this.#log.warn({ error }, 'PostgreSQL cannot be reached');
        if (!this.#isClosed) this.#tryAgain();
      });
    }, AGAIN_MS);
  }

  async #takeUp(): Promise<void> {
    const held = this.#holds;
    if (held && !(await this.hold(held))) this.#log.error({}, 'another program has taken the database for itself meanwhile');
    if (this.#heard.length > 0) await (await this.#connected()).query(`listen ${this.#channel}`);
    this.#tell();
  }
}
