import type { SentEntry } from '../../domain/sync/message.ts';
import type { NotSaved } from './command.ts';
import type { Waiting } from './waiting.ts';

/** Whose view of which workspace is kept: somebody else's is never shown. */
export interface Whose {
  readonly user: string;
  readonly workspace: string;
  readonly member: string;
  /** The access key. */
  readonly access: string;
  readonly model: number;
}

/** What was kept of a workspace since the last visit. */
export interface Kept {
  readonly whose: Whose;
  readonly snapshot: string;
  /** The entries after the snapshot, oldest first. */
  readonly log: readonly SentEntry[];
  /** Everything up to this entry is in snapshot and log. */
  readonly seq: number;
}

/** What a browser keeps for the next visit and for its other tabs. Every method is done when its promise is. */
export interface Shelf {
  /** Null when there is nothing of this user in this workspace. What is another user's is wiped. */
  open(user: string, workspace: string): Promise<Kept | null>;
  keepSnapshot(whose: Whose, snapshot: string, seq: number): Promise<void>;
  /** New entries, from where and how far they reach, and the commands that are in them. */
  append(news: { readonly entries: readonly SentEntry[]; readonly after: number; readonly seq: number; readonly settled: readonly string[] }): Promise<void>;
  /** Commands that wait, in the order in which they were done in any tab. */
  waiting(): Promise<readonly Waiting[]>;
  /** The first of them that the server has not answered. */
  next(): Promise<Waiting | undefined>;
  add(waiting: Waiting): Promise<void>;
  answered(mutation: string, seq: number): Promise<void>;
  remove(mutation: string): Promise<void>;
  notSaved(): Promise<readonly NotSaved[]>;
  /** These wait no longer and are kept as not saved. */
  giveUp(notSaved: readonly NotSaved[]): Promise<void>;
  letGo(mutation: string): Promise<void>;
  /** Leaves nothing of this workspace, or of any. */
  wipe(what: 'workspace' | 'everything'): Promise<void>;
}

/** Keeps what waits for as long as the tab lives: where a browser keeps nothing. */
export class NoShelf implements Shelf {
  #waiting: readonly Waiting[];
  #notSaved: readonly NotSaved[] = [];

  constructor(waiting: readonly Waiting[] = [], notSaved: readonly NotSaved[] = []) {
    this.#waiting = waiting;
    this.#notSaved = notSaved;
  }

  open = (): Promise<null> => Promise.resolve(null);
  keepSnapshot = (): Promise<void> => Promise.resolve();
  waiting = (): Promise<readonly Waiting[]> => Promise.resolve(this.#waiting);
  next = (): Promise<Waiting | undefined> => Promise.resolve(this.#waiting.find(({ seq }) => seq === null));
  notSaved = (): Promise<readonly NotSaved[]> => Promise.resolve(this.#notSaved);
  append = ({ settled }: { settled: readonly string[] }): Promise<void> => this.#keep(this.#waiting.filter(({ mutation }) => !settled.includes(mutation)));
  add = (waiting: Waiting): Promise<void> => this.#keep([...this.#waiting.filter(({ mutation }) => mutation !== waiting.mutation), waiting]);
  answered = (mutation: string, seq: number): Promise<void> =>
    this.#keep(this.#waiting.map((waiting) => (waiting.mutation === mutation ? { ...waiting, seq } : waiting)));
  remove = (mutation: string): Promise<void> => this.#keep(this.#waiting.filter((waiting) => waiting.mutation !== mutation));

  giveUp = (given: readonly NotSaved[]): Promise<void> => {
    this.#notSaved = [...this.#notSaved, ...given];
    return this.#keep(this.#waiting.filter(({ mutation }) => !given.some((one) => one.mutation === mutation)));
  };

  letGo = (mutation: string): Promise<void> => {
    this.#notSaved = this.#notSaved.filter((one) => one.mutation !== mutation);
    return Promise.resolve();
  };

  wipe = (): Promise<void> => {
    this.#notSaved = [];
    return this.#keep([]);
  };

  #keep(waiting: readonly Waiting[]): Promise<void> {
    this.#waiting = waiting;
    return Promise.resolve();
  }
}
