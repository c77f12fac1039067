import type { Sent } from './server.ts';
import type { Waiting } from './waiting.ts';

/** What the tabs of one workspace tell each other. */
export type TabNews =
  | { readonly type: 'queued'; readonly waiting: Waiting }
  | { readonly type: 'answered'; readonly mutation: string; readonly sent: Sent }
  | { readonly type: 'let-go'; readonly mutation: string };

/** The other tabs of this browser on the same workspace, and the lock by which only one of them sends. */
export interface Tabs {
  tell(news: TabNews): void;
  hear(listener: (news: TabNews) => void): void;
  /** Runs once this tab has the lock, and holds it until the end of `run`. */
  alone(run: () => Promise<void>, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Tabs by BroadcastChannel and Web Locks. Without locks, which a page outside a secure context lacks, every tab sends: a mutation is done once all the same. */
export function browserTabs(name: string): Tabs {
  const channel = new BroadcastChannel(`cutline ${name}`);
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) => channel.addEventListener('message', ({ data }) => listener(data as TabNews)),
    async alone(run, signal) {
      const locks = navigator.locks as LockManager | undefined;
      if (!locks) return run();
      try {
        await locks.request(`cutline send ${name}`, { signal }, run);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    close: () => channel.close(),
  };
}

/** A tab that knows of no other. */
export function oneTab(): Tabs {
  return { tell: () => {}, hear: () => {}, alone: (run) => run(), close: () => {} };
}
