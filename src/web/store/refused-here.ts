import type { Problem, Refused } from './command.ts';

/** What is not taken on this screen already, and is sent to nobody. */
export const refusedFor = (problems: readonly Problem[]): Refused => ({ outcome: 'refused', why: { kind: 'input', problems } });

/** What a command needs could not be loaded, or it went wrong in a way that no rule knows. */
export const NOT_DONE = refusedFor([
  {
    path: '',
    message: 'This could not be done now, and nothing was changed. Look at the connection and do it again; if that does not help, load the page again.',
  },
]);

/** The page is over: signed out, or older than the server. */
export const NOT_TAKEN = refusedFor([{ path: '', message: 'This page does not take changes any more. Load it again.' }]);
