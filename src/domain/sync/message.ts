import type { Entry } from '../kernel/entry.ts';
import { writeEvent, type StreamEvent } from './event-stream.ts';

/** An entry as somebody sees it: its changes are projected. What is the author's alone goes in {@link Mine}. */
export type SentEntry = Pick<Entry, 'seq' | 'at' | 'actor' | 'verb' | 'act' | 'reason' | 'model' | 'changes'>;

/** The first message of every stream: who the server takes the reader for. A reader for whom that is news starts afresh. */
export interface Hello {
  readonly type: 'hello';
  readonly model: number;
  readonly user: string;
  readonly member: string;
  readonly workspace: string;
  /** The access key. */
  readonly access: string;
}

/** To the author only, before the entry and also when none of its changes may be seen: the entry that a mutation became. */
export interface Mine extends Pick<Entry, 'seq' | 'mutation' | 'claims'> {
  readonly type: 'mine';
}

/** What the server says on a stream. */
export type Message =
  | Hello
  | { readonly type: 'entry'; readonly entry: SentEntry }
  | Mine
  /** Everything up to this seq has been sent; what is missing is not for this reader. */
  | { readonly type: 'reached'; readonly seq: number }
  /** Too far behind, or what is between can't be told: take a snapshot and come back. */
  | { readonly type: 'snapshot' }
  /** The reader may no longer read this workspace. */
  | { readonly type: 'gone' };

/** A client that is further behind than so many changes takes a snapshot. */
export const MOST_CHANGES_BEHIND = 2_000;

/** A message as text of the stream. Those that move the reader on carry their seq as the id to resume after. */
export function writeMessage(message: Message): string {
  const { type, ...rest } = message;
  return writeEvent({ event: type, data: JSON.stringify(message.type === 'entry' ? message.entry : rest) }, idOf(message));
}

function idOf(message: Message): number | undefined {
  if (message.type === 'entry') return message.entry.seq;
  return message.type === 'reached' ? message.seq : undefined;
}

/** The message of an event; undefined for a kind that this version does not know. */
export function readMessage({ event, data }: StreamEvent): Message | undefined {
  switch (event) {
    case 'entry':
      return { type: 'entry', entry: JSON.parse(data) as SentEntry };
    case 'hello':
    case 'mine':
    case 'reached':
    case 'snapshot':
    case 'gone':
      return { type: event, ...(JSON.parse(data) as object) } as Message;
    default:
      return undefined;
  }
}

/** What of an entry is sent, with its changes as somebody sees them. */
export function sentEntry({ seq, at, actor, verb, act, reason, model }: Entry, changes: Entry['changes']): SentEntry {
  return { seq, at, actor, verb, act, reason, model, changes };
}
