/** How far a long piece of work is. Between two steps whoever drives it may show this, do other things, or stop. */
export interface Step {
  readonly done: number;
  readonly of: number;
}

/** Does all steps at once: for small files and tests. */
export function allAtOnce<Result>(steps: Generator<Step, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export interface Driving {
  /** Gives way to everybody else, e.g. a message to oneself or `setImmediate`. */
  readonly pause: () => Promise<void>;
  readonly onStep?: (step: Step) => void;
  /** When this says yes, the work stops and the answer is null. */
  readonly isCancelled?: () => boolean;
}

/** Does a long piece of work step by step and gives way after each; null when it was cancelled. */
export async function inSlices<Result>(steps: Generator<Step, Result>, { pause, onStep, isCancelled }: Driving): Promise<Result | null> {
  for (;;) {
    if (isCancelled?.()) return null;
    const step = steps.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    await pause();
  }
}

const PER_STEP = 1000;

/** Does something to each of many, a thousand in a step. */
export function* each<Entry>(entries: readonly Entry[], act: (entry: Entry) => void): Generator<Step, void> {
  for (const [at, entry] of entries.entries()) {
    act(entry);
    if (at % PER_STEP === PER_STEP - 1) yield { done: at, of: entries.length };
  }
}
