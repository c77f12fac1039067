/** Where a workspace can come from when it is opened. */
export interface Sources<K, S> {
  /** What this browser kept of it; null when there is nothing. It may never come. */
  readonly kept: Promise<K | null>;
  /** Asks the server. */
  readonly ask: () => Promise<S>;
  /** When the server is asked though the browser has not said yet. */
  readonly late: Promise<void>;
}

export type First<K, S> = { readonly kept: K } | { readonly sent: S };

/** What comes first of the two: the server is asked once there is nothing kept, or it takes too long. */
export function firstOf<K, S>({ kept, ask, late }: Sources<K, S>): Promise<First<K, S>> {
  let sent: Promise<First<K, S>> | null = null;
  const askOnce = () => (sent ??= ask().then((snapshot) => ({ sent: snapshot })));
  let found: First<K, S> | null = null;
  const opened = kept.then((one): First<K, S> | Promise<First<K, S>> => (one === null ? askOnce() : (found = { kept: one })));
  return Promise.race([opened, late.then(() => found ?? askOnce())]);
}
