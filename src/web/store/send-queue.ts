import { backoffMs, type Bell } from './bell.ts';
import { Unreachable, type Sent, type Server } from './server.ts';
import type { Waiting } from './waiting.ts';

export interface Sending {
  readonly server: Pick<Server, 'send'>;
  /** The first command that has no answer yet. */
  readonly next: () => Promise<Waiting | undefined>;
  /** Takes the answer; the next command is sent after it. */
  readonly answered: (waiting: Waiting, sent: Sent) => Promise<void>;
  /** Rung when something was queued and when the network is back. */
  readonly bell: Bell;
}

/**
 * Sends what waits, one after another in its order, until the signal ends it. A command whose answer was lost is sent again: the server
 * knows its mutation and answers the same. Throws `SignedOut` and `NoAccess`.
 */
export async function sendQueue({ server, next, answered, bell }: Sending, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const waiting = await next();
    if (!waiting) {
      await bell.sleep(null, signal);
      continue;
    }
    try {
      const sent = await server.send(waiting);
      failures = 0;
      await answered(waiting, sent);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      failures += 1;
      await bell.sleep(error.retryMs ?? backoffMs(failures), signal);
    }
  }
}
