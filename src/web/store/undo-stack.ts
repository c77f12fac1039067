/** Mutations that are undone together: one, or those of one act in the order in which they were done. */
type Deed = readonly string[];

const MOST = 100;

/** What can be taken back and done again, newest last. It knows mutations only; undoing makes new ones, which can be undone in turn. */
export class UndoStack {
  #done: readonly Deed[] = [];
  #undone: readonly Deed[] = [];
  #lastAct: string | null = null;

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Something new was done: what was undone before can't be done again. */
  did(mutation: string, act: string | null): void {
    const last = this.#done.at(-1);
    if (act !== null && act === this.#lastAct && last) this.#done = [...this.#done.slice(0, -1), [...last, mutation]];
    else this.#done = [...this.#done, [mutation]].slice(-MOST);
    this.#lastAct = act;
    this.#undone = [];
  }

  takeUndo(): Deed | undefined {
    const deed = this.#done.at(-1);
    this.#done = this.#done.slice(0, -1);
    this.#lastAct = null;
    return deed;
  }

  takeRedo(): Deed | undefined {
    const deed = this.#undone.at(-1);
    this.#undone = this.#undone.slice(0, -1);
    return deed;
  }

  /** The deed that holds this mutation, wherever it lies among those that can be undone. */
  takeDeedOf(mutation: string): Deed | undefined {
    const deed = this.#done.find((one) => one.includes(mutation));
    this.#done = this.#done.filter((one) => one !== deed);
    return deed;
  }

  /** These mutations took a deed back. */
  undid(deed: Deed): void {
    if (deed.length > 0) this.#undone = [...this.#undone, deed].slice(-MOST);
  }

  redid(deed: Deed): void {
    if (deed.length > 0) this.#done = [...this.#done, deed].slice(-MOST);
  }

  /** A mutation that came to nothing. */
  forget(mutation: string): void {
    const without = (deeds: readonly Deed[]) => deeds.map((deed) => deed.filter((one) => one !== mutation)).filter((deed) => deed.length > 0);
    this.#done = without(this.#done);
    this.#undone = without(this.#undone);
  }
}
