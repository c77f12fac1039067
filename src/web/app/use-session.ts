import { useEffect, useSyncExternalStore } from 'react';
import { knownSession, readSession, subscribeSession, type Session } from './session.ts';

/** Who is signed in; undefined until that is known. */
export function useSession(): Session | null | undefined {
  const session = useSyncExternalStore(subscribeSession, knownSession);
  useEffect(() => {
    if (session === undefined) void readSession();
  }, [session]);
  return session;
}
