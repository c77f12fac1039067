import { lazy, type ComponentType } from 'react';

interface Module<P> {
  readonly default: ComponentType<P>;
}

const fetches: (() => Promise<unknown>)[] = [];

/**
 * A part that is fetched when it is first drawn, or ahead by {@link fetchOnDemand}. One that is there already is drawn at once: React's
 * own lazy would show nothing for a frame, and throttle what comes after it for 300 ms, in which keys would go to the page.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: Module<P> | null = null;
  const fetchIt = async (): Promise<Module<P>> => (loaded ??= { default: await load() });
  fetches.push(fetchIt);
  return lazy(() => (loaded === null ? fetchIt() : atOnce(loaded)));
}

/** What draws nothing, fetched when it is first asked for or ahead, as such parts are. */
export function fetchedOnDemand<T>(load: () => Promise<T>): () => Promise<T> {
  fetches.push(load);
  return load;
}

/** Fetches every part that is drawn on demand while nobody waits, so that the first menu opens at once, also without a connection later. */
export async function fetchOnDemand(): Promise<void> {
  await Promise.all(fetches.map((fetchIt) => fetchIt()));
}

/** A promise that calls back while it is asked, which a real one never does. */
function atOnce<T>(value: T): Promise<T> {
  // oxlint-disable-next-line unicorn/no-thenable -- it is what React asks of a promise, and all of it
  return { then: (take: (value: T) => void) => take(value) } as unknown as Promise<T>;
}
