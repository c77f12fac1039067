/** Answers of a pure function that are asked for again and again, kept by all that they depend on; those not asked for longest go first. */
export class Remembered<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  of(key: string, work: () => Answer): Answer {
    return this.find(key) ?? this.keep(key, work());
  }

  find(key: string): Answer | undefined {
    const known = this.#answers.get(key);
    if (known === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, known);
    return known;
  }

  keep(key: string, answer: Answer): Answer {
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#most) for (const oldest of this.#answers.keys()) return (this.#answers.delete(oldest), answer);
    return answer;
  }
}
