import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Collections } from '../domain/collections.ts';
import type { Entry } from '../domain/kernel/entry.ts';
import type { Fact } from '../domain/kernel/fact.ts';
import type { About } from '../domain/kernel/reading.ts';
import type { Workspace } from '../domain/kernel/workspace.ts';
import { commit, type Done } from './commit.ts';
import { ConnectionLost, type Engine } from './engine.ts';
import { ENTRIES_BETWEEN, entriesAbout, entryOfRow, NEWEST } from './entry-row.ts';
import { everHeld, factsBetween, type FactsWanted } from './fact-rows.ts';
import { instantOf } from './instant-of.ts';
import type { Answer, Command, Host, Listener, StoredText, TakenEntry } from './host.ts';
import { load, type Loaded } from './load.ts';
import { NoWorkspace, StoreRefused } from './refused.ts';
import type { StoreLog } from './store-log.ts';

interface Waiting {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Outside {
  readonly engine: Engine;
  readonly log: StoreLog;
  readonly clock: () => Date;
}

const AGAIN_MS = [20, 100, 500, 1000];
/** Entries are caught up with in pieces of this many. */
const PIECE = 500;

/** The host that the store gives out: a queue before one workspace in memory, which always stands at what is durable. */
export class LiveHost implements Host {
  readonly id: string;
  readonly #outside: Outside;
  readonly #listeners = new Map<Listener, (() => void) | undefined>();
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #isBehind = false;
  #loaded: Promise<Loaded> | null = null;
  #usedAt = 0;
  /** Of the newest entry that was taken into memory from a transaction or the log. */
  #takenUpTo = 0;

  constructor(id: string, outside: Outside) {
    this.id = id;
    this.#outside = outside;
  }

  run(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
      this.#start();
    });
  }

  async read<T>(look: (workspace: Workspace<Collections>, seq: number) => T): Promise<T> {
    const { workspace, seq } = await this.#load();
    return look(workspace, seq);
  }

  async entries(since: number, limit: number): Promise<Entry[]> {
    return this.#entriesBetween(since, NEWEST, limit);
  }

  async entry(seq: number): Promise<Entry | undefined> {
    const [entry] = await this.#entriesBetween(seq - 1, seq, 1);
    return entry;
  }

  async entriesAbout(record: string, from: { readonly after: number } | { readonly before: number }, limit: number): Promise<Entry[]> {
    const { after, before } = { after: 0, before: NEWEST, ...from };
    const rows = await this.#outside.engine.ask(entriesAbout('after' in from ? 'asc' : 'desc'), [this.id, record, after, before, limit, this.id]);
    return rows.map(entryOfRow);
  }

  async text(version: string): Promise<StoredText | undefined> {
    const [row] = await this.#outside.engine.ask('select owner_collection, owner_id, field, base, body from texts where workspace = ? and id = ?', [
      this.id,
      version,
    ]);
    if (!row) return undefined;
    const [collection, id, field, base, body] = row as [string, string, string, string | null, string];
    return { id: version, owner: { in: collection, id, field }, base, body };
  }

  facts(wanted: FactsWanted): AsyncIterable<Fact[]> {
    return factsBetween(this.#outside.engine, this.id, wanted);
  }

  everHeld(wanted: About & { readonly upTo: number }): Promise<string[]> {
    return everHeld(this.#outside.engine.ask, this.id, wanted);
  }

  subscribe(listener: Listener, onLost?: () => void): () => void {
    const own: Listener = (group) => listener(group);
    this.#listeners.set(own, onLost);
    this.#load().catch((error: unknown) => this.#outside.log.error({ error, workspace: this.id }, 'a workspace that is followed cannot be loaded'));
    return () => void this.#listeners.delete(own);
  }

  /** The log may have come as far as this. */
  catchUp(seq: number): void {
    if (!this.#loaded || seq <= this.#takenUpTo) return;
    this.#isBehind = true;
    this.#start();
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  /** Gives the memory back when nobody has used it since then; the next to ask loads it again. */
  restIfIdle(since: number): void {
    if (!this.isFollowed && !this.#running && this.#usedAt < since) this.#loaded = null;
  }

  /** The workspace is gone, or memory can't be trusted: who follows must begin again. */
  forget(): void {
    this.#loaded = null;
    const lost = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const onLost of lost) onLost?.();
  }

  /** Everything that waits is done. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #load(): Promise<Loaded> {
    this.#usedAt = Date.now();
    if (this.#loaded) return this.#loaded;
    const loading = load(this.#outside.engine, this.id);
    this.#loaded = loading;
    loading.catch(() => {
      if (this.#loaded === loading) this.#loaded = null;
    });
    return loading;
  }

  #start(): void {
    this.#running ??= this.#drain();
  }

  async #drain(): Promise<void> {
    do {
      await turn(); // all that come in the same moment go together, and other work gets its turn
      if (this.#isBehind) await this.#followLog();
      const group = this.#waiting.splice(0, this.#outside.engine.dialect.commandsTogether);
      if (group.length > 0) await this.#runGroup(group);
    } while (this.#waiting.length > 0 || this.#isBehind);
    this.#running = null;
  }

  async #runGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const loaded = await this.#load();
      const done = await this.#committed(loaded, group);
      this.#settle(loaded, group, done);
    } catch (error) {
      if (group.length > 1 && !isOfAll(error)) for (const one of group) await this.#runGroup([one]); // only the guilty one fails
      else for (const { reject } of group) reject(error);
    }
  }

  /** After a lost connection it is not known whether the commands were done. Each is asked for by its mutation before it is run again. */
  async #committed(loaded: Loaded, group: readonly Waiting[]): Promise<Done> {
    const { engine, clock, log } = this.#outside;
    const commands = group.map(({ command }) => command);
    const onEntries = (entries: readonly Entry[]) => this.#take(loaded, entries);
    const attempt = () => engine.transact(() => commit(engine, { id: this.id, loaded, commands, now: instantOf(clock()), onEntries }));
    for (const pause of AGAIN_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        log.warn({ error, workspace: this.id }, 'the connection was lost in a command; it is asked for again');
      }
      await wait(pause);
    }
    return attempt();
  }

  #settle(loaded: Loaded, group: readonly Waiting[], { results, entries, fork }: Done): void {
    if (entries.length > 0) {
      loaded.workspace.adopt(fork);
      this.#tellAll(loaded, entries);
    }
    this.#waiting.unshift(...group.slice(results.length));
    for (const [at, result] of results.entries()) {
      const { resolve, reject } = group[at]!;
      if ('answer' in result) resolve(result.answer);
      else reject(result.error);
    }
  }

  /** Durable entries from the log go into memory and out to those who follow. */
  #take(loaded: Loaded, entries: readonly Entry[]): void {
    const { workspace } = loaded;
    const taken = entries.map((entry) => {
      try {
        return { entry, befores: workspace.apply(entry.changes, { seq: entry.seq, at: entry.at }) };
      } catch (error) {
        this.forget();
        throw new Error(`entry ${entry.seq} does not fit what is in memory`, { cause: error });
      }
    });
    this.#tellAll(loaded, taken);
  }

  /** Entries that are in memory now go out. */
  #tellAll(loaded: Loaded, entries: readonly TakenEntry[]): void {
    const newest = entries.at(-1)!.entry;
    loaded.seq = newest.seq;
    loaded.at = newest.at;
    this.#takenUpTo = newest.seq;
    for (const listener of this.#listeners.keys()) this.#tell(listener, { entries, workspace: loaded.workspace, seq: newest.seq });
  }

  #tell(listener: Listener, group: Parameters<Listener>[0]): void {
    try {
      listener(group);
    } catch (error) {
      this.#outside.log.error({ error, workspace: this.id, seq: group.seq }, 'a listener failed');
    }
  }

  async #followLog(): Promise<void> {
    this.#isBehind = false;
    try {
      const loaded = await this.#load();
      for (let entries = await this.#entriesBetween(loaded.seq, NEWEST, PIECE); entries.length > 0;) {
        this.#take(loaded, entries);
        entries = entries.length < PIECE ? [] : await this.#entriesBetween(loaded.seq, NEWEST, PIECE);
      }
    } catch (error) {
      this.#outside.log.error({ error, workspace: this.id }, 'the log could not be followed');
    }
  }

  async #entriesBetween(after: number, upTo: number, limit: number): Promise<Entry[]> {
    return (await this.#outside.engine.ask(ENTRIES_BETWEEN, [this.id, after, upTo, limit])).map(entryOfRow);
  }
}

/** Errors that are not about one command. */
const isOfAll = (error: unknown): boolean => error instanceof ConnectionLost || error instanceof NoWorkspace || error instanceof StoreRefused;
