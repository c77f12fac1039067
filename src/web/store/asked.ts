import { Unreachable } from './server.ts';

/** What only the server can say, as far as it has. */
export interface Answer<T> {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly value: T | undefined;
}

/** What new entries have changed: records, and fields as `item.state`. */
export interface News {
  readonly records: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

export interface Question<T> {
  readonly key: string;
  /** `known`: the answer so far. */
  ask(known: T | undefined): Promise<T>;
  /** Whether the answer may be another one after this. */
  readonly changesWith: (news: News) => boolean;
}

interface Known {
  readonly question: Question<unknown>;
  answer: Answer<unknown>;
  isStale: boolean;
  isAsking: boolean;
  /** It was asked for and no answer came. */
  isMissed: boolean;
}

/** Answers of the server, each asked for once and kept. One that went stale is asked for again when somebody looks at it, the old one standing until then. */
export class Asked {
  readonly #known = new Map<string, Known>();
  readonly #listeners = new Set<() => void>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The answer as far as it is known: the same object until it changes. */
  get<T>(question: Question<T>): Answer<T> {
    let known = this.#known.get(question.key);
    if (!known)
      this.#known.set(question.key, (known = { question, answer: { state: 'loading', value: undefined }, isStale: true, isAsking: false, isMissed: false }));
    if (known.isStale && !known.isAsking) void this.#ask(known);
    return known.answer as Answer<T>;
  }

  /** Makes more of an answer that is there. */
  alter<T>({ key }: Question<T>, alter: (value: T) => T): void {
    const known = this.#known.get(key);
    if (known?.answer.state !== 'ready') return;
    known.answer = { state: 'ready', value: alter(known.answer.value as T) };
    this.#tell();
  }

  /** Entries came in. */
  hear(news: News): void {
    let isNews = false;
    for (const known of this.#known.values()) {
      if (known.isStale || !known.question.changesWith(news)) continue;
      known.isStale = true;
      isNews = true;
    }
    if (isNews) this.#tell();
  }

  /** The connection is back: what no answer came to is asked for again when somebody looks at it. */
  retry(): void {
    for (const known of this.#known.values()) {
      if (!known.isMissed) continue;
      known.isStale = true;
      if (known.answer.state === 'failed') known.answer = { state: 'loading', value: undefined };
    }
    this.#tell();
  }

  forgetAll(): void {
    this.#known.clear();
    this.#tell();
  }

  async #ask(known: Known): Promise<void> {
    known.isAsking = true;
    known.isStale = false;
    try {
      known.answer = { state: 'ready', value: await known.question.ask(known.answer.value) };
      known.isMissed = false;
    } catch (error) {
      known.isMissed = true;
      if (!(error instanceof Unreachable)) this.#report(error);
      if (known.answer.state !== 'ready') known.answer = { state: 'failed', value: undefined };
    }
    known.isAsking = false;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
