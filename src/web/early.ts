/**
 * Runs before the program itself has come: what every page begins with is asked for while the browser still fetches and reads the program.
 * It imports nothing, so that it comes first.
 */
const asked = new Map<string, Promise<Response>>();

/** Whoever has not come for an answer by then wants a newer one. */
const KEPT_MS = 10_000;

/** Where the session of the last visit is kept; there it also kept what it showed. */
export const SESSION_KEY = 'cutline.session';

const meAddress = '/api/v1/me';
export const snapshotAddress = (workspace: string): string => `/api/v1/workspaces/${workspace}/snapshot`;

/** Pages that are no workspace's, and that ask for nothing. */
const OUTSIDE = new Set(['sign-in', 'join']);

// Where there is no page, as in a test, nothing is asked for.
if ('location' in globalThis) askFor(location.pathname);

function askFor(path: string): void {
  const [, place = ''] = path.split('/');
  if (OUTSIDE.has(place)) return;
  ask(meAddress);
  if (place !== '' && place !== 'start' && !wasHere()) ask(snapshotAddress(place));
}

function ask(address: string): void {
  const answer = fetch(address, { headers: { accept: 'application/json' } }).then((given) => {
    // Read at once: a browser fetches no more of a long answer than it is asked for.
    const text = given.text();
    return Object.assign(given, { text: () => text, json: async () => JSON.parse(await text) as unknown });
  });
  answer.catch(() => {}); // whoever comes for it is told
  asked.set(address, answer);
  setTimeout(() => asked.delete(address), KEPT_MS);
}

function wasHere(): boolean {
  try {
    return localStorage.getItem(SESSION_KEY) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false; // a browser that keeps nothing
    throw error;
  }
}

/** Whether it was asked for already. */
export const isAsked = (address: string): boolean => asked.has(address);

/** What was asked for early, once; what it is to be answered with otherwise is asked for as ever. */
export async function early(address: string, otherwise: () => Promise<Response>): Promise<Response> {
  const answer = asked.get(address);
  asked.delete(address);
  const given = await answer?.catch(() => undefined);
  return given?.ok ? given : otherwise();
}
