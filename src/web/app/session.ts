import type { Role } from '../../domain/kernel/permission.ts';
import { leaveNothing } from '../account/leave-nothing.ts';
import { SESSION_KEY } from '../early.ts';
import { api, ApiError } from './api.ts';
import { tryAgain } from './try-again.ts';

/** Who is signed in, and which workspaces they are in. */
export interface Session {
  /** `email` is null until the first admin has said which. */
  readonly user: { readonly id: string; readonly name: string; readonly email: string | null; readonly hasPassword: boolean };
  readonly workspaces: readonly SessionWorkspace[];
}

export interface SessionWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  /** Who one is in it. */
  readonly member: string;
  readonly isExample: boolean;
}

let reading: Promise<Session | null> | null = null;
let known: Session | null | undefined;
const watchers = new Set<() => void>();

/**
 * The session, asked once and kept until it is forgotten; null when nobody is signed in. While the server can’t say, it is the one of the last
 * visit. Whoever was signed in here before and is no longer leaves nothing, however their session ended.
 */
export function readSession(): Promise<Session | null> {
  reading ??= ask().then(
    async (session) => {
      const before = readKept();
      if (before && before.user.id !== session?.user.id) await leaveNothing();
      tell(session);
      return session;
    },
    (error: unknown) => {
      reading = null;
      throw error;
    },
  );
  return reading;
}

/** The next page asks again: after signing in or out, or when a workspace was made. What was known is shown until then. */
export function forgetSession(): void {
  reading = null;
}

/** Nobody is signed in any more, and nothing that was known of them is kept. */
export function endSession(): void {
  reading = null;
  tell(null);
}

/** Who is signed in as far as is known by now; undefined before it was asked. */
export const knownSession = (): Session | null | undefined => known;

export function subscribeSession(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(session: Session | null): void {
  known = session;
  keep(session);
  for (const watcher of watchers) watcher();
}

async function ask(): Promise<Session | null> {
  const kept = readKept();
  const me = () => api<Session>('GET', '/me');
  try {
    return await (kept ? me() : tryAgain(me));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    if (kept && error instanceof ApiError && error.isPassing) return kept;
    throw error;
  }
}

/** Names and addresses only, no credential: so that the app opens without a network. */
function keep(session: Session | null): void {
  try {
    if (session) localStorage.setItem(SESSION_KEY, JSON.stringify(session));
    else localStorage.removeItem(SESSION_KEY);
  } catch (error) {
    // A browser that keeps nothing opens with a network only.
    if (!(error instanceof DOMException)) throw error;
  }
}

function readKept(): Session | null {
  try {
    const kept = localStorage.getItem(SESSION_KEY);
    return kept === null ? null : (JSON.parse(kept) as Session);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
