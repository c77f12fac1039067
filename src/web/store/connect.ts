import { emptyWorkspace, model } from '../../domain/model.ts';
import type { Hello, Message } from '../../domain/sync/message.ts';
import type { Snapshot } from '../../domain/sync/snapshot.ts';
import { backoffMs, Bell } from './bell.ts';
import { firstOf } from './first-of.ts';
import { follow } from './follow.ts';
import { hearHistory } from './hear-history.ts';
import { keptWorkspace, loadedWorkspace } from './loaded-workspace.ts';
import { Diverged } from './replica.ts';
import { sendQueue } from './send-queue.ts';
import { NoAccess, SignedOut, Unreachable, type Sent } from './server.ts';
import type { Kept, Whose } from './shelf.ts';
import type { Store } from './store.ts';
import type { Tabs } from './tabs.ts';
import { todaysCalls, type Waiting } from './waiting.ts';

export interface Connecting {
  readonly user: string;
  /** The workspace's id. */
  readonly workspace: string;
  readonly tabs: Tabs;
  /** Comes back when the next frame is drawn: what the stream says is taken once a frame. */
  readonly frame: () => Promise<void>;
  /** Comes back when the browser has nothing better to do. */
  readonly idle: () => Promise<void>;
  /** The server’s snapshot was asked for already: it is shown though the browser has not said yet what it keeps. */
  readonly isAsked: boolean;
  /** Comes back when one has waited long enough for what this browser keeps. */
  readonly late: () => Promise<void>;
}

/** More entries than this beside a kept snapshot, and a fresh one is kept instead. */
const LONGEST_LOG = 1_000;

/** Keeps a store and the server together: starts it, warm or cold, follows the stream and sends what waits, until the signal ends it. */
export class Link {
  readonly #store: Store;
  readonly #to: Connecting;
  readonly #stop: AbortController;
  /** Rung when something was queued, and when the network is back. */
  readonly #sendBell = new Bell();
  readonly #streamBell = new Bell();
  #whose: Whose | null = null;
  #endConnection = (): void => {};

  constructor(store: Store, to: Connecting, stop: AbortController) {
    this.#store = store;
    this.#to = to;
    this.#stop = stop;
  }

  /** Ends when the signal does, or when the workspace is lost to this user. */
  async run(): Promise<void> {
    const store = this.#store;
    store.onQueued = (waiting) => this.#queued(waiting);
    store.onLetGo = (mutation) => this.#to.tabs.tell({ type: 'let-go', mutation });
    this.#listen();
    try {
      await this.#start();
      const signal = this.#stop.signal;
      const following = { server: store.outside.server, since: () => store.replica.seq, take: this.#take, bell: this.#streamBell };
      await Promise.all([
        follow({ ...following, onLink: (link) => this.#onLink(link), onOpen: (end) => void (this.#endConnection = end) }, signal),
        this.#send(signal),
        this.#prepareRest().catch(store.outside.report),
      ]);
      if (signal.reason instanceof SignedOut) throw signal.reason;
    } catch (error) {
      await this.#lost(error);
    } finally {
      this.#stop.abort();
      this.#to.tabs.close();
    }
  }

  /** The network is back: nobody waits any longer. */
  wake(): void {
    this.#streamBell.ring();
    this.#sendBell.ring();
  }

  /** The browser believes to have no network. It can be wrong, and a stream that is dead can be silent for long: whether the server is there is tried anew. */
  doubt(): void {
    this.#endConnection();
  }

  async #start(): Promise<void> {
    const store = this.#store;
    const { user, workspace } = this.#to;
    const late = this.#to.late();
    const kept = store.keep((shelf) => shelf.open(user, workspace)).then((one) => (one?.whose.model === model.version ? one : null));
    const first = await firstOf({ kept, ask: () => this.#snapshotWhenReachable(), late: this.#to.isAsked ? Promise.resolve() : late });
    if ('sent' in first) this.#show(first.sent);
    else if (!this.#showKept(first.kept)) await this.#takeSnapshotWhenReachable();
    // What waits lies there too: a browser that does not even say what it has keeps nothing.
    const hasAnswered = await Promise.race([kept.then(() => true), late.then(() => false)]);
    if (!hasAnswered) store.goWithoutShelf();
    const [waiting, notSaved] = await store.keep(async (shelf) => Promise.all([shelf.waiting(), shelf.notSaved()]));
    if (waiting.length > 0) {
      await store.loadVerbs();
      store.turned(store.replica.resume(waiting.map(todaysCalls)));
    }
    store.set({ notSaved });
  }

  /** Of several tabs one sends for all, but for those that can keep nothing: they send for themselves. */
  async #send(signal: AbortSignal): Promise<void> {
    const sending = { server: this.#store.outside.server, next: this.#next, answered: this.#answered, bell: this.#sendBell };
    const asOne = AbortSignal.any([signal, this.#store.lostShelf.signal]);
    await this.#to.tabs.alone(() => sendQueue(sending, asOne), asOne);
    if (!signal.aborted) await sendQueue(sending, signal);
  }

  /** What the first screen did not need and the first action will. */
  async #prepareRest(): Promise<void> {
    await this.#to.idle();
    await this.#store.loadVerbs();
    do await this.#to.idle();
    while (!this.#stop.signal.aborted && this.#store.replica.confirmed.fillNext());
  }

  /** False: what was kept does not fit together, and the server is asked as at a first visit. */
  #showKept({ whose, snapshot, log, seq }: Kept): boolean {
    const workspace = keptWorkspace({ snapshot, log });
    if (workspace instanceof Error) {
      this.#store.outside.report(workspace);
      return false;
    }
    this.#whose = whose;
    this.#store.stand(workspace, seq, whose.member);
    if (log.length > LONGEST_LOG)
      void this.#to
        .idle()
        .then(() => this.#snapshot())
        .catch(this.#store.outside.report);
    return true;
  }

  async #takeSnapshotWhenReachable(): Promise<void> {
    this.#show(await this.#snapshotWhenReachable());
  }

  async #snapshotWhenReachable(): Promise<Taken> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#snapshot();
      } catch (error) {
        if (!(error instanceof Unreachable) || this.#stop.signal.aborted) throw error;
        this.#store.set({ link: 'offline' });
        await this.#streamBell.sleep(error.retryMs ?? backoffMs(failures), this.#stop.signal);
      }
    }
  }

  #show({ snapshot, whose }: Taken): void {
    this.#whose = whose;
    this.#store.stand(loadedWorkspace(snapshot), snapshot.seq, whose.member);
  }

  /** Asks for a snapshot and keeps it when there is time. */
  async #snapshot(): Promise<Taken> {
    const store = this.#store;
    const { text, member } = await store.outside.server.snapshot(this.#stop.signal);
    const snapshot = JSON.parse(text) as Snapshot;
    if (snapshot.model !== model.version) throw new OtherVersion();
    const whose = { user: this.#to.user, workspace: this.#to.workspace, member, access: snapshot.access, model: snapshot.model };
    const keeping = this.#to.idle().then(() => store.keep((shelf) => shelf.keepSnapshot(whose, text, snapshot.seq)));
    void keeping.catch(store.outside.report);
    return { snapshot, whose };
  }

  readonly #take = async (messages: readonly Message[]): Promise<'go-on' | 'again'> => {
    await this.#to.frame();
    for (const message of messages) {
      if (message.type === 'gone') throw new NoAccess();
      if (message.type === 'hello' && (await this.#isNews(message))) return 'again';
      if (message.type === 'snapshot') {
        await this.#takeSnapshotWhenReachable();
        return 'again';
      }
    }
    return this.#takeEntries(messages);
  };

  /** Whether the server takes this reader for somebody else than what is shown was made for. */
  async #isNews({ model: version, user, member, access }: Hello): Promise<boolean> {
    if (version !== model.version) throw new OtherVersion();
    const known = this.#whose;
    if (known && known.user === user && known.member === member && known.access === access) return false;
    if (known && known.user !== user) throw new SignedOut();
    await this.#takeSnapshotWhenReachable();
    return true;
  }

  async #takeEntries(messages: readonly Message[]): Promise<'go-on'> {
    const store = this.#store;
    const entries = messages.flatMap((message) => (message.type === 'entry' && message.entry.seq > store.replica.seq ? [message.entry] : []));
    const before = store.replica.seq;
    try {
      const turn = store.replica.take(messages);
      store.turned(turn);
      hearHistory(store, entries);
      if (store.replica.seq > before || turn.settled.length > 0)
        await store.keep((shelf) => shelf.append({ entries, after: before, seq: store.replica.seq, settled: turn.settled }));
      return 'go-on';
    } catch (error) {
      if (!(error instanceof Diverged)) throw error;
      store.outside.report(error);
      await this.#takeSnapshotWhenReachable();
      throw new Unreachable('the stream did not fit what was here'); // come back after a pause: it must not go round and round
    }
  }

  readonly #next = async (): Promise<Waiting | undefined> => {
    const next = await this.#store.keep((shelf) => shelf.next());
    if (!next) return undefined;
    const waiting = todaysCalls(next);
    this.#showOthers(waiting);
    return waiting;
  };

  readonly #answered = async ({ mutation, calls, at }: Waiting, sent: Sent): Promise<void> => {
    const store = this.#store;
    const turn = store.answered(mutation, sent);
    this.#to.tabs.tell({ type: 'answered', mutation, sent });
    const isIn = turn.settled.includes(mutation) || store.replica.pending.every((waiting) => waiting.mutation !== mutation);
    if (sent.outcome === 'refused') {
      const notSaved = turn.notSaved.length > 0 ? turn.notSaved : [{ mutation, calls, at, why: sent.why, because: null }];
      await store.keep((shelf) => shelf.giveUp(notSaved));
    } else await store.keep((shelf) => (isIn ? shelf.remove(mutation) : shelf.answered(mutation, sent.seq)));
  };

  #queued(waiting: Waiting): void {
    this.#to.tabs.tell({ type: 'queued', waiting });
    this.#sendBell.ring();
  }

  /** What another tab did is shown here too, before the server has it. */
  #showOthers(waiting: Waiting): void {
    const { replica } = this.#store;
    if (replica.entryOf(waiting.mutation) === null) this.#store.turned(replica.resume([waiting]));
  }

  #listen(): void {
    const store = this.#store;
    this.#to.tabs.hear((news) => {
      if (news.type === 'queued') {
        this.#showOthers(news.waiting);
        this.#sendBell.ring();
      } else if (news.type === 'answered') store.answered(news.mutation, news.sent);
      else store.forgetNotSaved(news.mutation);
    });
  }

  #onLink(link: 'live' | 'offline'): void {
    if (link === 'live' && this.#store.state().link === 'offline') {
      this.#sendBell.ring();
      this.#store.asked.retry();
    }
    this.#store.set({ link });
  }

  async #lost(error: unknown): Promise<void> {
    const store = this.#store;
    if (error instanceof SignedOut || error instanceof NoAccess) {
      const wipe = async () => store.keep((shelf) => shelf.wipe(error instanceof SignedOut ? 'everything' : 'workspace'));
      if (!(error instanceof Wiped)) await Promise.race([wipe(), this.#to.late()]);
      store.stand(emptyWorkspace(), 0, '');
      store.set({ phase: error instanceof SignedOut ? 'signed-out' : 'no-access' });
    } else if (error instanceof OtherVersion) store.set({ phase: 'newer-version' });
    else if (!this.#stop.signal.aborted) {
      if (store.state().phase === 'loading') store.set({ phase: 'failed', failure: error });
      throw error;
    }
  }
}

/** A snapshot as the server sent it. */
interface Taken {
  readonly snapshot: Snapshot;
  readonly whose: Whose;
}

/** The reason to end a store whose browser was wiped by another tab. */
export class Wiped extends SignedOut {}

/** The server's model is not this page's: it stops commanding and says so. */
class OtherVersion extends Error {}
