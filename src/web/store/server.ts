import type { Kept } from '../../domain/kernel/draft.ts';
import type { Message, SentEntry } from '../../domain/sync/message.ts';
import type { Why } from './command.ts';
import type { Waiting } from './waiting.ts';

/** What the store asks of the server. */
export interface Server {
  /** Everything that I see at one moment, as JSON, and which member I am. */
  snapshot(signal: AbortSignal): Promise<{ readonly text: string; readonly member: string }>;
  /** What happens after `since`, in the pieces in which it comes. Ends when the connection does. */
  changes(since: number, signal: AbortSignal): AsyncIterable<readonly Message[]>;
  send(waiting: Waiting): Promise<Sent>;
  /** The body of a version of a long text. */
  text(version: string): Promise<string>;
  /** A page of an item's history, newest first. */
  history(item: string, before: number | null): Promise<HistoryPage>;
  /** The answer of a reading that only the server can give. */
  ask(route: string): Promise<unknown>;
}

export type Sent =
  | { readonly outcome: 'applied' | 'nothing-to-do'; readonly seq: number; readonly kept: readonly Kept[] }
  | { readonly outcome: 'refused'; readonly why: Why };

/** An entry as the log tells it: changes of records that one sees today. */
export type HistoryEntry = Omit<SentEntry, 'model'>;

export interface HistoryPage {
  readonly data: readonly HistoryEntry[];
  /** Ask again with this to see what was before; null at the beginning. */
  readonly next: string | null;
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** The workspace is not there for me. */
export class NoAccess extends Error {}

/** The server can't be reached or can't answer now: try again. */
export class Unreachable extends Error {
  /** When the server has said when. */
  readonly retryMs: number | null;
  constructor(message: string, retryMs: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.retryMs = retryMs;
  }
}
