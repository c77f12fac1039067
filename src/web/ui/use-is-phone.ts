import { useSyncExternalStore } from 'react';

const phone = typeof matchMedia === 'undefined' ? null : matchMedia('(width < 600px)');

/** Whether the page is as narrow as a phone. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone?.matches ?? false);
}

function subscribe(watcher: () => void): () => void {
  phone?.addEventListener('change', watcher);
  return () => phone?.removeEventListener('change', watcher);
}
