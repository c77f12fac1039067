import type { FastifyBaseLogger } from 'fastify';
import type { Store } from '../db/store.ts';

export interface Schedule {
  /** Lets what runs end, and begins nothing more. */
  stop(): Promise<void>;
}

interface Scheduling {
  readonly store: Pick<Store, 'returnParked'>;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'info'>;
  readonly clock: () => Date;
  /** How long after the start the first look is taken, so that it is not in the way of the first answers. */
  readonly firstAfterMs: number;
}

const MINUTE_MS = 60_000;

/** What happens by itself: looked for at the start, since a day may have begun while nothing ran, then as each minute begins, because some day begins at that minute. */
export function startSchedule({ store, log, clock, firstAfterMs }: Scheduling): Schedule {
  let running = Promise.resolve();
  let timer = setTimeout(tick, firstAfterMs);
  timer.unref();
  return {
    async stop() {
      clearTimeout(timer);
      await running;
      clearTimeout(timer); // what ran has set the next one
    },
  };

  function tick(): void {
    running = look().finally(() => {
      timer = setTimeout(tick, MINUTE_MS - (clock().getTime() % MINUTE_MS));
      timer.unref();
    });
  }

  /** What fails now is tried again in a minute: nothing is lost by waiting. */
  async function look(): Promise<void> {
    try {
      const entries = await store.returnParked();
      if (entries > 0) log.info({ entries }, 'parked items were brought back on their day');
    } catch (error) {
      log.error({ err: error }, 'parked items could not be brought back');
    }
  }
}
