import { backoffMs } from '../store/bell.ts';
import { ApiError } from './api.ts';

/** So often is asked what the server can't answer now: for about ten seconds. */
const TRIES = 6;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Asks the server until it can answer, or it is likely to last. */
export async function tryAgain<T>(ask: () => Promise<T>, pause: (ms: number) => Promise<void> = sleep): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.isPassing || failures === TRIES) throw error;
      await pause(error.retryAfterS === null ? backoffMs(failures) : error.retryAfterS * 1000);
    }
  }
}
