import type { Message } from '../../domain/sync/message.ts';
import { backoffMs, type Bell } from './bell.ts';
import { Unreachable, type Server } from './server.ts';

export interface Following {
  readonly server: Pick<Server, 'changes'>;
  /** Everything up to this entry is here. */
  readonly since: () => number;
  /** Takes messages in their order. `again`: the stream must be opened anew from where things stand then. */
  readonly take: (messages: readonly Message[]) => Promise<'go-on' | 'again'>;
  readonly onLink: (link: 'live' | 'offline') => void;
  /** Takes what ends the connection that is opened now. */
  readonly onOpen: (end: () => void) => void;
  /** Rung when the network is back. */
  readonly bell: Bell;
}

/** Follows the stream until the signal ends it, coming back after every break. Throws `SignedOut` and `NoAccess`. */
export async function follow(following: Following, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const start = Date.now();
    try {
      failures = (await readOn(following, signal)) ? 0 : after(failures, start);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Unreachable)) throw error;
      failures = after(failures, start);
      following.onLink('offline');
    }
    if (failures > 0) await following.bell.sleep(backoffMs(failures), signal);
  }
}

/** A connection that held for a while was a good one. */
const after = (failures: number, start: number): number => (Date.now() - start > 5_000 ? 1 : failures + 1);

/** Reads one connection to its end; false: it ended by itself. */
async function readOn({ server, since, take, onLink, onOpen }: Following, signal: AbortSignal): Promise<boolean> {
  const connection = new AbortController();
  onOpen(() => connection.abort());
  for await (const messages of server.changes(since(), AbortSignal.any([signal, connection.signal]))) {
    onLink('live');
    if ((await take(messages)) === 'again') {
      connection.abort();
      return true;
    }
  }
  return false;
}
