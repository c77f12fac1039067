import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { checkHeads } from './check-head.ts';
import { createWorkspace, type NewWorkspace } from './create-workspace.ts';
import { ConnectionLost, type Engine, type Heard } from './engine.ts';
import type { Host } from './host.ts';
import { instantOf } from './instant-of.ts';
import { giveLeasesBack, takeLease } from './lease.ts';
import { LiveHost } from './live-host.ts';
import { openEngine, type StoreOptions } from './open-engine.ts';
import { NoWorkspace } from './refused.ts';
import { returnParked } from './return-parked.ts';
import { removeWorkspace } from './remove-workspace.ts';
import type { Schema } from './schema.ts';
import { silent, type StoreLog } from './store-log.ts';

/** The database with everything in it, open. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  /** For accounts, sessions, tokens and invitations. The log and the records are written by hosts only. */
  readonly db: Kysely<Schema>;
  workspaces(): Promise<WorkspaceInfo[]>;
  /** A new workspace with its record and its first member, an admin, as entry 1. Throws `Refusal` (`key-taken`) when the slug is another's. */
  createWorkspace(wanted: NewWorkspace): Promise<{ workspace: string; member: string }>;
  /** Removes the example with its log, in one step; anything else is refused. */
  removeWorkspace(id: string): Promise<void>;
  /** The host of a workspace, always the same one; throws {@link NoWorkspace} when there is none. Idle ones give their memory back by themselves. */
  host(workspace: string): Promise<Host>;
  /** Brings parked items back whose day has come, in all workspaces; of many nodes one does it, and the others get 0. Says how many entries were written. */
  returnParked(): Promise<number>;
  /** Finishes running commands, then closes; again does nothing. */
  close(): Promise<void>;
}

export interface WorkspaceInfo {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
}

const IDLE_MS = 10 * 60_000;
const LOOK_MS = 60_000;
/** How often a node asks for what a notice may have failed to tell. */
const POLL_MS = 2000;
/** A node that holds a work asks for it again well before. */
const LEASE_MS = 3 * 60_000;

/** Opens the database and brings it up to date. Throws `StoreRefused` with a sentence when that can't be. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  try {
    await checkHeads(engine);
    const store = new OpenStore(engine, options);
    await engine.onNotice((notice) => store.hear(notice));
    return store;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

class OpenStore implements Store {
  readonly #engine: Engine;
  readonly #outside: { readonly engine: Engine; readonly log: StoreLog; readonly clock: () => Date };
  readonly #hosts = new Map<string, LiveHost>();
  readonly #timers: NodeJS.Timeout[];
  /** This node, as far as works are shared out among many. */
  readonly #node = randomUUID();
  #hasLease = false;
  #closing: Promise<void> | null = null;

  constructor(engine: Engine, { log = silent, clock = () => new Date() }: StoreOptions) {
    this.#engine = engine;
    this.#outside = { engine, log, clock };
    const rest = setInterval(() => this.#restIdle(), LOOK_MS);
    const poll = setInterval(() => this.hear(null), POLL_MS);
    this.#timers = [rest.unref(), poll.unref()];
  }

  get dialect(): 'sqlite' | 'postgres' {
    return this.#engine.dialect.name;
  }

  get db(): Kysely<Schema> {
    return this.#engine.db;
  }

  async workspaces(): Promise<WorkspaceInfo[]> {
    const rows = await this.#engine.ask(
      'select w.id, w.slug, r.name, r.is_example from workspaces w join workspace r on r.workspace = w.id and r.id = w.id order by w.slug',
      [],
    );
    return (rows as [string, string, string, number][]).map(([id, slug, name, isExample]) => ({ id, slug, name, isExample: isExample === 1 }));
  }

  createWorkspace(wanted: NewWorkspace): Promise<{ workspace: string; member: string }> {
    return createWorkspace(this.#engine, wanted, this.#outside.clock());
  }

  async removeWorkspace(id: string): Promise<void> {
    await removeWorkspace(this.#engine, id);
    this.#hosts.get(id)?.forget();
    this.#hosts.delete(id);
  }

  async host(workspace: string): Promise<Host> {
    const open = this.#hosts.get(workspace);
    if (open) return open;
    const [found] = await this.#engine.ask('select id from workspaces where id = ?', [workspace]);
    if (!found) throw new NoWorkspace(workspace);
    let host = this.#hosts.get(workspace);
    if (!host) this.#hosts.set(workspace, (host = new LiveHost(workspace, this.#outside)));
    return host;
  }

  async returnParked(): Promise<number> {
    const now = instantOf(this.#outside.clock());
    this.#hasLease = await takeLease(this.#engine, { work: 'returns', holder: this.#node, now, ms: LEASE_MS });
    if (!this.#hasLease) return 0;
    return returnParked(this.#engine, { now, host: (workspace) => this.host(workspace) });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(Array.from(this.#hosts.values(), (host) => host.settled()));
    if (this.#hasLease) await this.#giveLeaseBack();
    await this.#engine.close();
  }

  /** Where the database is gone, the lease runs out by itself. */
  async #giveLeaseBack(): Promise<void> {
    try {
      await giveLeasesBack(this.#engine, this.#node);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      this.#outside.log.warn({ error }, 'a lease could not be given back');
    }
  }

  /** A notice has come; null: one may have been missed. */
  hear(notice: Parameters<Heard>[0]): void {
    if (notice) this.#hosts.get(notice.workspace)?.catchUp(notice.seq);
    else for (const host of this.#hosts.values()) if (host.isFollowed) host.catchUp(Infinity);
  }

  #restIdle(): void {
    for (const host of this.#hosts.values()) host.restIfIdle(Date.now() - IDLE_MS);
  }
}
