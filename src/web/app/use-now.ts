import { useSyncExternalStore } from 'react';
import type { Instant } from '../../domain/kernel/day.ts';

/** The time to the minute: readings need a day, and a list must not be worked out anew every second. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, read);
}

function read(): Instant {
  return `${new Date().toISOString().slice(0, 16)}:00.000Z` as Instant; // an ISO instant cut to its minute
}

function subscribe(watcher: () => void): () => void {
  const timer = setInterval(watcher, 10_000);
  return () => clearInterval(timer);
}
