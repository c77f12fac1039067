import type { DurableGroup, Host } from '../../db/host.ts';
import type { View } from '../../domain/collections.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { beforeOf, project } from '../../domain/kernel/project.ts';
import { model } from '../../domain/model.ts';
import { MOST_CHANGES_BEHIND, sentEntry, writeMessage } from '../../domain/sync/message.ts';

/** An entry as it is sent to all who share an access key, written once. */
export interface Item {
  readonly seq: number;
  readonly actor: string | null;
  /** Empty: they see none of its changes. */
  readonly text: string;
  /** What its author gets before it. */
  readonly mine: string;
  /** How many changes they see. */
  readonly changes: number;
}

type Listener = (items: readonly Item[]) => void;

/** More entries than this are not held ready, however few changes they have. */
const MOST_ITEMS = 5_000;

/** What those with one access key are sent, as it happens, with the newest of it held ready for who was away. */
export class Feed {
  readonly access: Access;
  /** Everything after this entry is held ready. */
  #start: number;
  #head: number;
  #items: Item[] = [];
  #changes = 0;
  readonly #listeners = new Set<Listener>();
  #usedAt = Date.now();

  constructor(access: Access, seq: number) {
    this.access = access;
    this.#start = seq;
    this.#head = seq;
  }

  /** The newest entry, seen or not. */
  get head(): number {
    return this.#head;
  }

  get start(): number {
    return this.#start;
  }

  /** Somebody is about to read. */
  touch(): void {
    this.#usedAt = Date.now();
  }

  /** Whether nobody has listened since then, nor was about to. */
  isIdleSince(since: number): boolean {
    return this.#listeners.size === 0 && this.#usedAt < since;
  }

  /** What came after an entry; undefined where that is no longer held ready. */
  after(seq: number): readonly Item[] | undefined {
    if (seq < this.#start || seq > this.#head) return undefined;
    return this.#items.slice(this.#items.findIndex((item) => item.seq > seq) >>> 0);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      this.touch();
    };
  }

  take(items: readonly Item[]): void {
    for (const item of items) {
      this.#items.push(item);
      this.#changes += item.changes;
      this.#head = item.seq;
    }
    while (this.#items.length > MOST_ITEMS || (this.#changes > MOST_CHANGES_BEHIND && this.#items.length > 1)) {
      const gone = this.#items.shift()!;
      this.#start = gone.seq;
      this.#changes -= gone.changes;
    }
    for (const listener of this.#listeners) listener(items);
  }
}

/** What feeds tell. */
export interface Told {
  /** Entries are about to be said: whoever may no longer read them must be gone before. */
  readonly onEntries: (workspace: View) => void;
  /** The last feed was let go, or the host was lost: streams must be opened anew. */
  readonly onEnd: () => void;
}

/** A feed that nobody listens to is kept so long, for those who come back after a break. */
const LINGER_MS = 60_000;

/** The feeds of one host, one for each access key. */
export class Feeds {
  readonly #host: Host;
  readonly #feeds = new Map<string, Feed>();
  #unsubscribe: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #told: Told;

  constructor(host: Host, told: Told) {
    this.#host = host;
    this.#told = told;
  }

  /** The feed of an access key, begun now if there is none. */
  of(access: Access): Promise<Feed> {
    return this.#host.read((_, seq) => {
      let feed = this.#feeds.get(access.key);
      if (!feed) this.#feeds.set(access.key, (feed = new Feed(access, seq)));
      feed.touch();
      this.#unsubscribe ??= this.#host.subscribe(
        (group) => this.#follow(group),
        () => this.end(),
      );
      this.#timer ??= setInterval(() => this.#letGo(), LINGER_MS).unref();
      return feed;
    });
  }

  end(): void {
    this.#feeds.clear();
    this.#letGo();
  }

  /** Feeds that missed an entry are of no use: readers begin again. */
  #follow(group: DurableGroup): void {
    try {
      this.#advance(group);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Projects each entry for every key: around each of them stand forks of what came after it. */
  #advance({ entries, workspace }: DurableGroup): void {
    const items = new Map(Array.from(this.#feeds.values(), (feed) => [feed, [] as Item[]]));
    this.#told.onEntries(workspace);
    let after = workspace;
    for (const { entry, befores } of entries.toReversed()) {
      const before = beforeOf(after, befores);
      const mine = writeMessage({ type: 'mine', seq: entry.seq, mutation: entry.mutation, claims: entry.claims });
      for (const [feed, list] of items) {
        if (entry.seq <= feed.head) continue;
        const changes = project(model, feed.access, { before, after, changes: entry.changes });
        const text = changes.length > 0 ? writeMessage({ type: 'entry', entry: sentEntry(entry, changes) }) : '';
        list.push({ seq: entry.seq, actor: entry.actor, text, mine, changes: changes.length });
      }
      after = before;
    }
    for (const [feed, list] of items) if (list.length > 0) feed.take(list.toReversed());
  }

  #letGo(): void {
    for (const [key, feed] of this.#feeds) if (feed.isIdleSince(Date.now() - LINGER_MS)) this.#feeds.delete(key);
    if (this.#feeds.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#told.onEnd();
  }
}
