import { useEffect, useSyncExternalStore } from 'react';

const KEY = 'cutline.roadmap-printed';
const watchers = new Set<() => void>();
let isPrinted = read();

/** Whether a roadmap was printed from this browser: paper leaves no trace in the workspace. */
export function useRoadmapPrinted(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinted);
}

/** Notes that a roadmap goes to the printer while its page is open. */
export function useNotePrinting(isRoadmap: boolean): void {
  useEffect(() => {
    if (!isRoadmap) return;
    addEventListener('beforeprint', tellRoadmapPrinted);
    return () => removeEventListener('beforeprint', tellRoadmapPrinted);
  }, [isRoadmap]);
}

/** Notes that a roadmap was printed. */
function tellRoadmapPrinted(): void {
  isPrinted = true;
  try {
    localStorage.setItem(KEY, 'yes');
  } catch (error) {
    // A browser that keeps nothing knows it until the page is closed.
    if (!(error instanceof DOMException)) throw error;
  }
  for (const watcher of watchers) watcher();
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
