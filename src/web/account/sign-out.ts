import { api } from '../app/api.ts';
import { endSession } from '../app/session.ts';
import { leaveNothing } from './leave-nothing.ts';

/** Ends the session, and leaves nothing of any workspace in this browser. */
export async function signOut(): Promise<void> {
  await api('DELETE', '/session');
  await leaveNothing();
  endSession();
  location.assign('/sign-in');
}
