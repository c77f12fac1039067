import { early, isAsked, snapshotAddress } from '../early.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { uuidv7 } from '../../domain/kernel/ids.ts';
import { Link, Wiped } from './connect.ts';
import { httpServer } from './http-server.ts';
import { IndexedDbShelf } from './indexed-db-shelf.ts';
import { Store } from './store.ts';
import { browserTabs } from './tabs.ts';
import { hearWipe } from './wipe.ts';

/** A store that is being kept in step with the server as long as somebody holds it. */
export interface OpenStore {
  readonly store: Store;
  /** Keeps it open; the end of it is what this gives. */
  readonly hold: () => () => void;
}

const opened = new Map<string, OpenStore>();

let sayShown: () => void = () => {};

/** Done once a workspace is on the screen for the first time: what nobody waits for is fetched after it. */
export const firstShown = new Promise<void>((resolve) => (sayShown = resolve));

/** After this time without a holder a store is closed; pages that follow each other find it open. */
const LINGER_MS = 5_000;
const SETTLED_MS = 100;
/** A browser that has not said by then what it keeps may never do so. */
const LATE_MS = 2_000;
const QUARTER_HOUR_MS = 15 * 60_000;

export interface Opening {
  readonly user: string;
  /** The workspace's id. */
  readonly workspace: string;
  /** How the address calls it. */
  readonly called: string;
}

/** The store of a workspace in this tab, started when it is first asked for. */
export function openStore({ user, workspace, called }: Opening): OpenStore {
  const key = `${user} ${workspace}`;
  let open = opened.get(key);
  if (!open) opened.set(key, (open = start({ user, workspace, called }, () => opened.delete(key))));
  return open;
}

function start({ user, workspace, called }: Opening, onEnd: () => void): OpenStore {
  const asked = snapshotAddress(called);
  const request: typeof fetch = (address, init) => (address === snapshotAddress(workspace) ? early(asked, () => fetch(address, init)) : fetch(address, init));
  const store = new Store({ server: httpServer(workspace, request), shelf: new IndexedDbShelf(workspace), loadVerbs, now, newMutation, report });
  const stop = new AbortController();
  const link = new Link(store, { user, workspace, tabs: browserTabs(workspace), frame, idle, late, isAsked: isAsked(asked) }, stop);
  const wake = () => link.wake();
  const doubt = () => link.doubt();
  addEventListener('online', wake);
  addEventListener('offline', doubt);
  const stopHearing = hearWipe(() => stop.abort(new Wiped()));
  // Readings have a day in them: at every quarter of an hour some zone of the world may begin a new one.
  const days = setInterval(() => store.watches.touch(null), QUARTER_HOUR_MS);
  const stopListening = store.subscribe(() => {
    if (store.state().phase === 'loading') return;
    stopListening();
    void idle().then(sayShown);
  });
  void link
    .run()
    .catch(report)
    .finally(() => {
      removeEventListener('online', wake);
      removeEventListener('offline', doubt);
      stopHearing();
      clearInterval(days);
      onEnd();
    });
  return { store, hold: holding(() => stop.abort()) };
}

/** Counts holders and ends a while after the last has gone. */
function holding(end: () => void): () => () => void {
  let holders = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    holders += 1;
    clearTimeout(timer);
    return () => {
      holders -= 1;
      if (holders === 0) timer = setTimeout(end, LINGER_MS);
    };
  };
}

const loadVerbs = async () => (await import('../../domain/verbs.ts')).verbs;
const now = () => new Date().toISOString() as Instant;
const newMutation = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** An unhandled rejection: the page's own reporting of errors takes it from there. */
const report = (error: unknown): void => reportError(error);

/** Also where nothing is drawn, as in a tab that is not in front. */
const frame = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });

const late = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, LATE_MS));

/** Once the browser has nothing to do; not before what was just changed is on the screen. */
async function idle(): Promise<void> {
  await frame();
  await new Promise((resolve) => void setTimeout(resolve, SETTLED_MS));
  if ('requestIdleCallback' in globalThis) await new Promise((resolve) => void requestIdleCallback(resolve, { timeout: 2_000 }));
}
