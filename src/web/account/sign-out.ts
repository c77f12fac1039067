import { api } from '../app/api.ts';
import { endSession } from '../app/session.ts';
import { forgetAllUnsaved } from '../item/text/unsaved-text.ts';
import { wipeStores } from '../store/wipe.ts';

/** Ends the session, and leaves nothing of any workspace in this browser. */
export async function signOut(): Promise<void> {
  await api('DELETE', '/session');
  await wipeStores();
  forgetAllUnsaved();
  endSession();
  location.assign('/sign-in');
}
