import { ApiError } from './api.ts';
import { refusalSentence, type NameOf } from './refusal-sentence.ts';

/** What an error notice says. */
export interface Failure {
  readonly happened: string;
  readonly remedy?: string | undefined;
}

/** Why the server did not do something, in words; anything that it did not say itself is thrown on. */
export function failureOf(error: unknown, name: NameOf = () => 'It'): Failure {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 429)
    return {
      happened: 'Too many tries.',
      remedy: error.retryAfterS === null ? 'Wait a minute, then try again.' : `Try again in ${waitOf(error.retryAfterS)}.`,
    };
  if (error.refusals.length > 0) return { happened: error.refusals.map((blocker) => refusalSentence(blocker, name)).join(' ') };
  if (error.faults.length > 0)
    return { happened: 'Some of it can’t be taken.', remedy: error.faults.map(({ path, message }) => `${path.split('.').at(-1)}: ${message}.`).join(' ') };
  return { happened: error.title, remedy: error.detail ?? undefined };
}

const waitOf = (seconds: number): string => (seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`);
