import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Host } from '../../db/host.ts';
import type { Stream } from './stream.ts';

/** A session or token that was ended loses its streams within this time and what one query takes. */
const CHECK_MS = 500;
const AT_ONCE = 500;

/** All open streams of this process. Each is checked again and again: whether its session or token still stands, and whether its reader still sees what it says. */
export class Streams {
  readonly #db: Kysely<Schema>;
  readonly #open = new Map<Stream, Host>();
  readonly #report: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #isChecking = false;

  constructor(db: Kysely<Schema>, report: (error: unknown) => void) {
    this.#db = db;
    this.#report = report;
  }

  get count(): number {
    return this.#open.size;
  }

  add(stream: Stream, host: Host): void {
    this.#open.set(stream, host);
    this.#timer ??= setInterval(() => this.#tick(), CHECK_MS).unref();
  }

  remove(stream: Stream): void {
    this.#open.delete(stream);
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Those of one host, whose feeds have come to an end. */
  endOf(host: Host): void {
    for (const [stream, of] of this.#open) if (of === host) stream.end();
  }

  /** At a stop: readers come back to the next server. */
  endAll(): void {
    for (const stream of this.#open.keys()) stream.end();
  }

  /** Lets go of readers of this host who no longer see what their stream says. Called with the state that is about to be sent. */
  checkReaders(host: Host, view: Parameters<Stream['isStillFor']>[0]): void {
    for (const [stream, of] of this.#open) {
      if (of !== host) continue;
      const standing = stream.isStillFor(view);
      if (standing !== 'same') stream.dismiss(standing === 'gone');
    }
  }

  #tick(): void {
    if (this.#isChecking) return;
    this.#isChecking = true;
    this.#checkCredentials()
      .catch(this.#report)
      .finally(() => (this.#isChecking = false));
  }

  async #checkCredentials(): Promise<void> {
    const sessions = this.#credentials('session');
    const tokens = this.#credentials('token');
    const now = new Date().toISOString();
    const standing = new Set<string>();
    for (const ids of parts(sessions)) {
      const rows = await this.#db.selectFrom('auth_session').select(['id', 'expiresAt']).where('id', 'in', ids).execute();
      for (const { id, expiresAt } of rows) if (instantOf(expiresAt) > now) standing.add(id);
    }
    for (const ids of parts(tokens)) {
      const rows = await this.#db.selectFrom('tokens').select('id').where('id', 'in', ids).where('revoked_at', 'is', null).execute();
      for (const { id } of rows) standing.add(id);
    }
    const asked = new Set([...sessions, ...tokens]);
    for (const stream of this.#open.keys()) {
      const { id } = stream.reader.credential;
      if (asked.has(id) && !standing.has(id)) stream.end();
    }
  }

  #credentials(kind: 'session' | 'token'): string[] {
    const all = Array.from(this.#open.keys(), ({ reader }) => reader.credential);
    return [...new Set(all.flatMap((credential) => (credential.kind === kind ? [credential.id] : [])))];
  }
}

function* parts(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE) yield ids.slice(start, start + AT_ONCE);
}

/** The databases keep instants of sessions each in its own way. */
const instantOf = (value: unknown): string => new Date(value as string | number | Date).toISOString();
