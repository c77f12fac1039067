import type { NotSaved } from './command.ts';
import { done, openDatabase, valueOf } from './indexed-db.ts';
import { logRows, reachOn, unbroken, type LogRow, type Reach } from './kept-log.ts';
import type { Kept, Shelf, Whose } from './shelf.ts';
import type { Waiting } from './waiting.ts';

/** The name of the database and what is in it, by store. */
export const DATABASE = 'cutline';
const STORES = ['owner', 'view', 'log', 'reach', 'queue', 'not-saved'] as const;

interface ViewRow {
  readonly whose: Whose;
  /** A blob is written and read beside the page's own thread, where megabytes of text would hold it up. */
  readonly snapshot: Blob;
  readonly seq: number;
}

interface QueueRow {
  readonly mutation: string;
  readonly workspace: string;
  readonly waiting: Waiting;
}

/**
 * What is kept of a workspace in IndexedDB: the snapshot as one value, the entries after it and what waits beside it. A DOMException of any
 * method means that this browser lets nothing be kept.
 */
export class IndexedDbShelf implements Shelf {
  readonly #workspace: string;
  readonly #database: Promise<IDBDatabase>;

  constructor(workspace: string) {
    this.#workspace = workspace;
    this.#database = openDatabase(DATABASE, 2, makeStores);
    this.#database.catch(() => {}); // whoever uses it is told
  }

  async open(user: string): Promise<Kept | null> {
    await this.#ownedBy(user);
    const { view, log, reach } = await this.#in(['view', 'log', 'reach'], 'readonly');
    const [row, rows, reached] = await Promise.all([
      valueOf<ViewRow | undefined>(view!.get(this.#workspace)),
      valueOf<LogRow[]>(log!.getAll(this.#span())),
      valueOf<Reach | undefined>(reach!.get(this.#workspace)),
    ]);
    if (!row) {
      await this.#forgetLog();
      return null;
    }
    return { whose: row.whose, snapshot: await row.snapshot.text(), ...unbroken(row.seq, rows, reached) };
  }

  /** Entries without the snapshot that they follow say nothing. */
  async #forgetLog(): Promise<void> {
    const { log, reach, transaction } = await this.#in(['log', 'reach'], 'readwrite');
    log!.delete(this.#span());
    reach!.delete(this.#workspace);
    await done(transaction);
  }

  async keepSnapshot(whose: Whose, snapshot: string, seq: number): Promise<void> {
    const { view, log, reach, transaction } = await this.#in(['view', 'log', 'reach'], 'readwrite');
    const old = await valueOf<ViewRow | undefined>(view!.get(this.#workspace));
    const isSame = old === undefined || isSameView(old.whose, whose);
    if (isSame && old && old.seq >= seq) return;
    view!.put({ whose, snapshot: new Blob([snapshot]), seq } satisfies ViewRow, this.#workspace);
    // What has come after the snapshot may lie here before it does: that stays.
    log!.delete(isSame ? this.#span(seq) : this.#span());
    if (!isSame) reach!.delete(this.#workspace);
    await done(transaction);
  }

  async append({ entries, after, seq, settled }: Parameters<Shelf['append']>[0]): Promise<void> {
    const { log, reach, queue, transaction } = await this.#in(['log', 'reach', 'queue'], 'readwrite');
    for (const row of logRows(entries, after)) log!.put(row, [this.#workspace, row.entry.seq]);
    const known = await valueOf<Reach | undefined>(reach!.get(this.#workspace));
    reach!.put(reachOn(known, { after, seq }), this.#workspace);
    for (const mutation of settled) await removeFrom(queue!, mutation);
    await done(transaction);
  }

  async waiting(): Promise<readonly Waiting[]> {
    const { queue } = await this.#in(['queue'], 'readonly');
    const rows = await valueOf<QueueRow[]>(queue!.index('workspace').getAll(this.#workspace));
    return rows.map(({ waiting }) => waiting);
  }

  async next(): Promise<Waiting | undefined> {
    return (await this.waiting()).find(({ seq }) => seq === null);
  }

  async add(waiting: Waiting): Promise<void> {
    const { queue, transaction } = await this.#in(['queue'], 'readwrite');
    queue!.add({ mutation: waiting.mutation, workspace: this.#workspace, waiting } satisfies QueueRow);
    transaction.commit(); // from here on it is written even when the tab is closed
    await done(transaction);
  }

  async answered(mutation: string, seq: number): Promise<void> {
    const { queue, transaction } = await this.#in(['queue'], 'readwrite');
    const key = await valueOf(queue!.index('mutation').getKey(mutation));
    if (key === undefined) return;
    const row = await valueOf<QueueRow>(queue!.get(key));
    queue!.put({ ...row, waiting: { ...row.waiting, seq } } satisfies QueueRow, key);
    await done(transaction);
  }

  async remove(mutation: string): Promise<void> {
    const { queue, transaction } = await this.#in(['queue'], 'readwrite');
    await removeFrom(queue!, mutation);
    await done(transaction);
  }

  async notSaved(): Promise<readonly NotSaved[]> {
    const { 'not-saved': store } = await this.#in(['not-saved'], 'readonly');
    return valueOf<NotSaved[]>(store!.getAll(this.#span()));
  }

  async giveUp(notSaved: readonly NotSaved[]): Promise<void> {
    const { queue, 'not-saved': store, transaction } = await this.#in(['queue', 'not-saved'], 'readwrite');
    for (const one of notSaved) {
      store!.put(one, [this.#workspace, one.mutation]);
      await removeFrom(queue!, one.mutation);
    }
    await done(transaction);
  }

  async letGo(mutation: string): Promise<void> {
    const { 'not-saved': store, transaction } = await this.#in(['not-saved'], 'readwrite');
    store!.delete([this.#workspace, mutation]);
    await done(transaction);
  }

  async wipe(what: 'workspace' | 'everything'): Promise<void> {
    if (what === 'everything') return this.#wipeEverything();
    const { view, log, reach, queue, 'not-saved': notSaved, transaction } = await this.#in(STORES, 'readwrite');
    for (const store of [view!, reach!]) store.delete(this.#workspace);
    for (const store of [log!, notSaved!]) store.delete(this.#span());
    for (const key of await valueOf(queue!.index('workspace').getAllKeys(this.#workspace))) queue!.delete(key);
    await done(transaction);
  }

  async #wipeEverything(): Promise<void> {
    const { transaction, ...stores } = await this.#in(STORES, 'readwrite');
    for (const store of Object.values(stores)) store.clear();
    await done(transaction);
  }

  /** What another user left here is wiped before anything is shown. */
  async #ownedBy(user: string): Promise<void> {
    const { owner, transaction, ...rest } = await this.#in(STORES, 'readwrite');
    const before = await valueOf<string | undefined>(owner!.get('user'));
    if (before === user) return;
    if (before !== undefined) for (const store of Object.values(rest)) store.clear();
    owner!.put(user, 'user');
    await done(transaction);
  }

  /** The keys of this workspace's rows, up to a seq. */
  #span(upTo?: number): IDBKeyRange {
    return IDBKeyRange.bound([this.#workspace], [this.#workspace, upTo ?? []]);
  }

  async #in(
    names: readonly (typeof STORES)[number][],
    mode: IDBTransactionMode,
  ): Promise<{ transaction: IDBTransaction } & Partial<Record<(typeof STORES)[number], IDBObjectStore>>> {
    const database = await this.#database;
    const transaction = database.transaction(names, mode, { durability: 'relaxed' });
    return { ...Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])), transaction };
  }
}

/** Version 2 keeps the log in rows of another shape: what is kept to show the page sooner is dropped, what waits to be sent is not. */
function makeStores(database: IDBDatabase): void {
  for (const name of ['view', 'log', 'reach'] as const) if (database.objectStoreNames.contains(name)) database.deleteObjectStore(name);
  for (const name of ['view', 'log', 'reach'] as const) database.createObjectStore(name);
  if (database.objectStoreNames.contains('queue')) return;
  for (const name of ['owner', 'not-saved'] as const) database.createObjectStore(name);
  const queue = database.createObjectStore('queue', { autoIncrement: true });
  queue.createIndex('mutation', 'mutation', { unique: true });
  queue.createIndex('workspace', 'workspace');
}

const isSameView = (a: Whose, b: Whose): boolean => a.user === b.user && a.member === b.member && a.access === b.access && a.model === b.model;

async function removeFrom(queue: IDBObjectStore, mutation: string): Promise<void> {
  const key = await valueOf(queue.index('mutation').getKey(mutation));
  if (key !== undefined) queue.delete(key);
}
