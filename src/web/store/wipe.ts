import { DATABASE } from './indexed-db-shelf.ts';

const CHANNEL = 'cutline';

/** Leaves nothing of any workspace in this browser and ends the other tabs: at sign-out. */
export async function wipeStores(): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('wiped');
  channel.close();
  if (typeof indexedDB === 'undefined') return;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser kept it')));
  });
}

/** Calls `onWiped` when another tab signs out. Gives the end of it. */
export function hearWipe(onWiped: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', onWiped);
  return () => channel.close();
}
