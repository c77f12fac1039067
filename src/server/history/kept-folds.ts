import type { Value } from '../../domain/kernel/change.ts';

/** A fold over facts as far as it has come. */
export interface Fold {
  readonly goesBy: Value;
  state: never;
  /** The newest entry whose facts are in it. */
  seq: number;
  /** The records whose facts it follows; undefined: of all. */
  of: readonly string[] | undefined;
}

interface Kept {
  readonly fold: Fold;
  usedAt: number;
}

/** A fold that nobody asked for in this time is let go. */
const IDLE_MS = 10 * 60_000;
/** Each may hold something for every item there is. */
const MOST = 8;

/** The folds of one workspace that are kept between questions. */
export class KeptFolds {
  readonly #kept = new Map<string, Kept>();
  readonly #running = new Map<string, Promise<unknown>>();

  /** Uses a fold and keeps what it becomes. Those who ask for the same one take turns, because it is altered in place. */
  async use<T>(key: string, advance: (known: Fold | undefined) => Promise<{ readonly fold: Fold; readonly answer: T }>): Promise<T> {
    for (let before = this.#running.get(key); before; before = this.#running.get(key)) await before;
    const running = this.#use(key, advance);
    this.#running.set(
      key,
      running.then(
        () => this.#running.delete(key),
        () => this.#running.delete(key),
      ),
    );
    return running;
  }

  async #use<T>(key: string, advance: (known: Fold | undefined) => Promise<{ readonly fold: Fold; readonly answer: T }>): Promise<T> {
    this.#letGo();
    const known = this.#kept.get(key)?.fold;
    this.#kept.delete(key); // one that fails half-way is not used again
    const { fold, answer } = await advance(known);
    this.#kept.set(key, { fold, usedAt: Date.now() });
    setTimeout(() => this.#letGo(), IDLE_MS + 1000).unref();
    return answer;
  }

  #letGo(): void {
    const since = Date.now() - IDLE_MS;
    for (const [key, { usedAt }] of this.#kept) if (usedAt < since || this.#kept.size > MOST) this.#kept.delete(key); // oldest first
  }
}
