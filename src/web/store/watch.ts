import type { Collections, View } from '../../domain/collections.ts';
import { Tracked } from '../../domain/kernel/track.ts';
import type { Readable } from '../../domain/kernel/workspace.ts';
import { isEqual } from './equal.ts';

/**
 * One question to what is shown. It is asked again only when something it looked at was touched, and an equal answer keeps its identity, so
 * that whoever draws it draws only what has changed.
 */
export class Watch<T> {
  readonly #watches: Watches;
  readonly #look: (view: View) => T;
  readonly #listeners = new Set<() => void>();
  #looked: ReadonlySet<string> = new Set();
  #answer: { readonly value: T; readonly turn: number } | null = null;
  #isStale = true;

  constructor(watches: Watches, look: (view: View) => T) {
    this.#watches = watches;
    this.#look = look;
  }

  /** The answer now. Nobody is told of touches while nobody listens, so then every turn asks again. */
  get = (): T => {
    const isFresh = this.#answer !== null && (this.#listeners.size > 0 ? !this.#isStale : this.#answer.turn === this.#watches.turn);
    if (isFresh) return this.#answer!.value;
    const tracked = new Tracked<Collections>(this.#watches.shown());
    const value = this.#look(tracked);
    this.#looked = tracked.looked;
    this.#isStale = false;
    this.#answer = { value: this.#answer && isEqual(this.#answer.value, value) ? this.#answer.value : value, turn: this.#watches.turn };
    return this.#answer.value;
  };

  subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#isStale = this.#answer?.turn !== this.#watches.turn;
      this.#watches.add(this);
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#watches.remove(this);
    };
  };

  /** Marks the answer stale when it looked at any of these; `null` is everything. */
  touch(touched: ReadonlySet<string> | null): boolean {
    if (touched !== null && !overlaps(this.#looked, touched)) return false;
    this.#isStale = true;
    return true;
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** All watches of a store that somebody listens to. */
export class Watches {
  readonly #live = new Set<Watch<unknown>>();
  readonly #shared = new Map<object, Map<string, Watch<unknown>>>();
  readonly shown: () => Readable<Collections>;
  /** Counted up whenever something was touched. */
  turn = 0;

  constructor(shown: () => Readable<Collections>) {
    this.shown = shown;
  }

  add(watch: Watch<unknown>): void {
    this.#live.add(watch);
  }

  remove(watch: Watch<unknown>): void {
    this.#live.delete(watch);
  }

  /** The one watch of all who ask the same: `of` names the question, `key` what it is asked about. */
  shared<T>(of: object, key: string, look: (view: View) => T): Watch<T> {
    let byKey = this.#shared.get(of);
    if (!byKey) this.#shared.set(of, (byKey = new Map()));
    let watch = byKey.get(key) as Watch<T> | undefined;
    if (!watch) byKey.set(key, (watch = new Watch(this, look)) as Watch<unknown>);
    return watch;
  }

  /** Tells those who looked at any of these keys, each once. `null`: everything has changed. */
  touch(keys: ReadonlySet<string> | null): void {
    if (keys?.size === 0) return;
    this.turn += 1;
    const touched = keys && withWholes(keys);
    const stale = [...this.#live].filter((watch) => watch.touch(touched));
    this.#forgetUnheard();
    for (const watch of stale) watch.tell();
  }

  /** Shared watches that nobody listens to any more. */
  #forgetUnheard(): void {
    if (this.turn % 64 !== 0) return;
    for (const byKey of this.#shared.values()) for (const [key, watch] of byKey) if (!this.#live.has(watch)) byKey.delete(key);
  }
}

/** Whoever looked at a whole collection looked at each record of it. */
function withWholes(keys: ReadonlySet<string>): ReadonlySet<string> {
  const touched = new Set(keys);
  for (const key of keys) {
    const slash = key.indexOf('/');
    const colon = key.indexOf(':');
    if (slash > 0 && (colon < 0 || slash < colon)) touched.add(`${key.slice(0, slash)}/*`);
  }
  return touched;
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const key of few) if (many.has(key)) return true;
  return false;
}
