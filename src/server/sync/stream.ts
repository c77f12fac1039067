import type { ServerResponse } from 'node:http';
import type { Entry } from '../../domain/kernel/entry.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { HEARTBEAT } from '../../domain/sync/event-stream.ts';
import { sentEntry, MOST_CHANGES_BEHIND, writeMessage, type Hello } from '../../domain/sync/message.ts';
import { model } from '../../domain/model.ts';
import { project } from '../../domain/kernel/project.ts';
import type { View } from '../../domain/collections.ts';
import type { Host } from '../../db/host.ts';
import type { Feed, Item } from './feed.ts';

/** Under load, entries go out together at most so often. */
const BATCH_MS = 50;
const HEARTBEAT_MS = 15_000;
/** A reader that is slower than this is let go; it comes back where it was. */
const MOST_UNSENT_BYTES = 8 * 1024 * 1024;

/** Whether somebody may still read: what they see now, or why not. */
export type StillReads = (view: View) => Access | null;

export interface Reader {
  readonly hello: Omit<Hello, 'type'>;
  readonly member: string;
  readonly stillReads: StillReads;
  /** Who they signed in as: ended when that is. */
  readonly credential: { readonly kind: 'session' | 'token'; readonly id: string };
}

/** One open stream: says what a feed says, to one reader, as long as they may read. */
export class Stream {
  readonly reader: Reader;
  readonly #out: ServerResponse;
  readonly #feed: Feed;
  #unsubscribe: () => void = () => {};
  #waiting: Item[] = [];
  #lastSent = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #onEnd: (stream: Stream) => void;
  #hasEnded = false;

  constructor(out: ServerResponse, { reader, feed, onEnd }: { reader: Reader; feed: Feed; onEnd: (stream: Stream) => void }) {
    this.reader = reader;
    this.#out = out;
    this.#feed = feed;
    this.#onEnd = onEnd;
    this.#heartbeat = setInterval(() => this.#write(HEARTBEAT), HEARTBEAT_MS);
    out.on('close', () => this.end());
  }

  /** Says hello and what happened since `since`, then follows. Entries from the log are for those who see the whole. */
  async open(host: Host, since: number): Promise<void> {
    this.#write(writeMessage({ type: 'hello', ...this.reader.hello }));
    const before = since < this.#feed.start && this.#feed.access.whole ? await entriesBetween(host, since, this.#feed.start) : [];
    const items = before && this.#feed.after(before.at(-1)?.seq ?? since);
    if (!before || !items || countOf(before, items) > MOST_CHANGES_BEHIND) {
      this.#write(writeMessage({ type: 'snapshot' }));
      this.end();
      return;
    }
    this.#write(before.map((entry) => this.#textOf(entry)).join(''));
    this.#say(items);
    this.#write(writeMessage({ type: 'reached', seq: this.#feed.head }));
    if (!this.#hasEnded) this.#unsubscribe = this.#feed.subscribe((fresh) => this.#take(fresh));
  }

  /** The reader may no longer read, or reads as somebody else: they find out when they come back. */
  dismiss(isGone: boolean): void {
    if (isGone) this.#write(writeMessage({ type: 'gone' }));
    this.end();
  }

  /** Whether what they may see is still what this stream says. */
  isStillFor(view: View): 'same' | 'other' | 'gone' {
    const access = this.reader.stillReads(view);
    if (!access) return 'gone';
    return access.key === this.#feed.access.key ? 'same' : 'other';
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    this.#out.end();
    this.#onEnd(this);
  }

  #take(items: readonly Item[]): void {
    this.#waiting.push(...items);
    const rest = this.#lastSent + BATCH_MS - Date.now();
    if (rest <= 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), rest);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#waiting;
    this.#waiting = [];
    this.#lastSent = Date.now();
    this.#say(items);
    const last = items.at(-1);
    if (last?.text === '') this.#write(writeMessage({ type: 'reached', seq: last.seq }));
  }

  #say(items: readonly Item[]): void {
    if (items.length > 0) this.#write(items.map(({ actor, mine, text }) => (actor === this.reader.member ? mine + text : text)).join(''));
  }

  #textOf(entry: Entry): string {
    const changes = project(model, this.#feed.access, { before: NOWHERE, after: NOWHERE, changes: entry.changes });
    const { seq, mutation, claims } = entry;
    const mine = entry.actor === this.reader.member ? writeMessage({ type: 'mine', seq, mutation, claims }) : '';
    return mine + (changes.length > 0 ? writeMessage({ type: 'entry', entry: sentEntry(entry, changes) }) : '');
  }

  #write(text: string): void {
    if (this.#hasEnded || text === '') return;
    this.#out.write(text);
    if (this.#out.writableLength > MOST_UNSENT_BYTES) this.#out.destroy();
  }
}

/** The projection of those who see the whole looks at no workspace. */
const NOWHERE = { find: nothing, get: nothing, list: nothing, placeOf: nothing, all: nothing } as never;

function nothing(): never {
  throw new Error('the whole is seen without looking');
}

function countOf(entries: readonly Entry[], items: readonly Item[]): number {
  return entries.reduce((sum, { changes }) => sum + changes.length, 0) + items.reduce((sum, { changes }) => sum + changes, 0);
}

/** The entries between two of the log; undefined when they are too many to catch up with. */
async function entriesBetween(host: Host, since: number, upTo: number): Promise<Entry[] | undefined> {
  const entries: Entry[] = [];
  let changes = 0;
  while ((entries.at(-1)?.seq ?? since) < upTo) {
    const more = (await host.entries(entries.at(-1)?.seq ?? since, 200)).filter(({ seq }) => seq <= upTo);
    changes += more.reduce((sum, entry) => sum + entry.changes.length, 0);
    if (more.length === 0 || changes > MOST_CHANGES_BEHIND) return undefined;
    entries.push(...more);
  }
  return entries;
}
