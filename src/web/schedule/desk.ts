/** An answer as it is shown: an old one stays until the new one is there. */
export interface Shown<Answer> {
  /** Null: none has been worked out yet. */
  readonly answer: Answer | null;
  /** Whether something has changed since. */
  readonly isOld: boolean;
}

/** How the desk looks at the workspace: told that something was touched, asked for the plan when it wants it. */
interface Planning<Plan> {
  readonly get: () => Plan;
  readonly subscribe: (touched: () => void) => () => void;
}

interface Outside<Plan, Answer> {
  readonly worked: (plan: Plan) => Promise<Answer>;
  /** Runs something once all is quiet; gives how to call that off. */
  readonly later: (act: () => void) => () => void;
  readonly report: (error: unknown) => void;
}

const NOTHING = { answer: null, isOld: true };

/**
 * Keeps what is worked out of a plan up to date while somebody watches it. A touch costs nothing but a note; the plan is made once all is quiet,
 * and worked off elsewhere. While that goes on, what comes meanwhile waits.
 */
export class Desk<Plan, Answer> {
  readonly #planning: Planning<Plan>;
  readonly #outside: Outside<Plan, Answer>;
  readonly #watchers = new Set<() => void>();
  #shown: Shown<Answer> = NOTHING;
  #plan: Plan | null = null;
  #isWorking = false;
  #leave: (() => void) | null = null;
  #callOff: (() => void) | null = null;

  constructor(planning: Planning<Plan>, outside: Outside<Plan, Answer>) {
    this.#planning = planning;
    this.#outside = outside;
  }

  shown = (): Shown<Answer> => this.#shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    if (this.#watchers.size === 1) this.#open();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#close();
    };
  };

  #open(): void {
    this.#leave = this.#planning.subscribe(() => this.#touched());
    this.#touched();
  }

  #close(): void {
    this.#leave?.();
    this.#callOff?.();
    this.#callOff = null;
  }

  #touched(): void {
    this.#callOff?.();
    this.#callOff = this.#outside.later(() => void this.#workOff());
  }

  async #workOff(): Promise<void> {
    this.#callOff = null;
    if (this.#isWorking) return;
    const plan = this.#planning.get();
    if (plan === this.#plan && this.#shown.answer) return this.#show({ ...this.#shown, isOld: false }); // nothing of it has changed
    this.#plan = plan;
    this.#isWorking = true;
    this.#show({ ...this.#shown, isOld: true });
    try {
      this.#show({ answer: await this.#outside.worked(plan), isOld: false });
    } catch (error) {
      this.#plan = null; // the next touch asks again
      this.#outside.report(error);
    } finally {
      this.#isWorking = false;
    }
    if (this.#watchers.size > 0 && this.#plan !== null && this.#planning.get() !== this.#plan) this.#touched();
  }

  #show(shown: Shown<Answer>): void {
    if (shown.answer === this.#shown.answer && shown.isOld === this.#shown.isOld) return;
    this.#shown = shown;
    for (const watcher of this.#watchers) watcher();
  }
}
