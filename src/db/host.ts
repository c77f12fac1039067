import type { Collections } from '../domain/collections.ts';
import type { Day, Instant } from '../domain/kernel/day.ts';
import type { Kept } from '../domain/kernel/draft.ts';
import type { Entry } from '../domain/kernel/entry.ts';
import type { Fact } from '../domain/kernel/fact.ts';
import type { Access } from '../domain/kernel/model.ts';
import type { About } from '../domain/kernel/reading.ts';
import type { Call } from '../domain/kernel/perform.ts';
import type { Before, Readable, Workspace } from '../domain/kernel/workspace.ts';
import type { FactsWanted } from './fact-rows.ts';

/** One workspace that is kept in memory and written to the database: commands go in, answers and entries come out. */
export interface Host {
  /** The workspace's id. */
  readonly id: string;
  /**
   * Runs a command at its place in line and answers once it is durable. Throws `Refusal` when a rule says no, {@link MutationReused} when the
   * mutation's id was used for something else. The same command again gets the same answer again.
   */
  run(command: Command): Promise<Answer>;
  /** Looks at the durable state and nothing newer. `look` must not keep the workspace. */
  read<T>(look: (workspace: Workspace<Collections>, seq: number) => T): Promise<T>;
  /** Entries after `since`, oldest first. */
  entries(since: number, limit: number): Promise<Entry[]>;
  entry(seq: number): Promise<Entry | undefined>;
  /** The entries that the history of a record tells of: oldest first after one, or newest first before one. */
  entriesAbout(record: string, from: { readonly after: number } | { readonly before: number }, limit: number): Promise<Entry[]>;
  /** A version of a long text; permission is that of its owner. */
  text(version: string): Promise<StoredText | undefined>;
  /** Facts of some fields, oldest first, in pieces between which others can get their turn. */
  facts(wanted: FactsWanted): AsyncIterable<readonly Fact[]>;
  /** The records that named one of these in a field at any time up to an entry. */
  everHeld(wanted: About & { readonly upTo: number }): Promise<readonly string[]>;
  /** Calls `listener` with every group of entries once it is durable, in the order of `seq`, also those that another node wrote. Gives the end of it.
   * `onLost`: the workspace is gone or was loaded anew, and the listener has been let go: whoever followed begins again.
   */
  subscribe(listener: Listener, onLost?: () => void): () => void;
}

/** What somebody wants done: one or several calls that succeed or fail together and become one entry. */
export interface Command {
  /** Made by the caller, a UUIDv7; the same one is never done twice. */
  readonly mutation: string;
  /** The member who acts; null for the system itself. */
  readonly actor: string | null;
  /** Inputs were checked against their verb's schema. */
  readonly calls: readonly Call<Collections>[];
  readonly reason?: string | null;
  /** Shared by the commands of one act that is too large for one entry. */
  readonly act?: string | null;
  /** When it happened, where it did before it came here: a story that is told afterwards. The log keeps the moment at which it was told, too. */
  readonly happened?: { readonly on: Day; readonly at: Instant };
  /** Through whose eyes; null for the system itself. As a function it is asked at the command's place in line, so that a role lost before it counts. */
  readonly access: Access | ((workspace: Readable<Collections>) => Access | null) | null;
}

export interface Answer {
  /** Of the entry that was written; for nothing-to-do of the newest entry. */
  readonly seq: number;
  readonly outcome: 'applied' | 'nothing-to-do';
  readonly entry: Entry | null;
  /** What an undo left as it is. */
  readonly kept: readonly Kept[];
}

export interface StoredText {
  readonly id: string;
  readonly owner: { readonly in: string; readonly id: string; readonly field: string };
  readonly base: string | null;
  readonly body: string;
}

export type Listener = (group: DurableGroup) => void;

/** Entries that became durable together. The workspace is live and stands after the last of them: look at it before you return. */
export interface DurableGroup {
  readonly entries: readonly TakenEntry[];
  readonly workspace: Workspace<Collections>;
  readonly seq: number;
}

/** An entry, and the records as they were before each of its changes. */
export interface TakenEntry {
  readonly entry: Entry;
  readonly befores: readonly Before[];
}

/** The mutation's id has been used for another command. */
export class MutationReused extends Error {
  readonly mutation: string;
  constructor(mutation: string) {
    super(`the mutation ${mutation} was used for something else`);
    this.mutation = mutation;
  }
}
