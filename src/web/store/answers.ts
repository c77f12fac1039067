import type { Answered } from './command.ts';

/** Who waits for the server's answers, by mutation. */
export class Answers {
  readonly #awaited = new Map<string, { readonly promise: Promise<Answered>; readonly resolve: (answered: Answered) => void }>();

  expect(mutation: string): Promise<Answered> {
    let resolve: (answered: Answered) => void = () => {};
    const promise = new Promise<Answered>((done) => (resolve = done));
    this.#awaited.set(mutation, { promise, resolve });
    return promise;
  }

  /** The answer that is awaited; undefined when it was given or nobody here expects one. */
  to(mutation: string): Promise<Answered> | undefined {
    return this.#awaited.get(mutation)?.promise;
  }

  give(mutation: string, answered: Answered): void {
    this.#awaited.get(mutation)?.resolve(answered);
    this.#awaited.delete(mutation);
  }
}
