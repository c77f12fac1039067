import type { TeamCalibration, TeamPast } from '../../domain/forecast/calibration.ts';
import type { Likely } from '../../domain/cutline/likely.ts';
import type { LikelyWork } from '../../domain/schedule/likely-work.ts';
import type { Simulated } from '../../domain/schedule/simulate.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';

/** What the worker is given. */
export type Task = { readonly simulate: WorkPlan } | { readonly tryOut: LikelyWork } | { readonly calibrate: readonly TeamPast[] };

interface Asked {
  readonly task: Task;
  readonly answer: (answer: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** A worker, and what it has been asked and has not answered yet. */
class Beside {
  readonly #name: string;
  #worker: Worker | null = null;
  readonly #asked: Asked[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  ask(asked: Asked): void {
    this.#asked.push(asked);
    if (this.#asked.length === 1) this.#get().postMessage(asked.task);
  }

  #get(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./schedule.worker.ts', import.meta.url), { type: 'module', name: this.#name });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#next().answer(data));
    worker.addEventListener('error', (event) => {
      // A worker that could not be loaded answers nothing: what is asked next tries another.
      worker.terminate();
      this.#worker = null;
      this.#next().fail(event.error ?? new Error(`Nothing could be worked out: ${event.message}`));
    });
    return (this.#worker = worker);
  }

  #next(): Asked {
    const done = this.#asked.shift();
    if (!done) throw new Error('an answer came that nobody asked for');
    if (this.#asked[0]) this.#get().postMessage(this.#asked[0].task);
    return done;
  }
}

/** Chances follow what is dragged, and must not wait until a schedule is done. */
const [atLength, atOnce] = [new Beside('schedule'), new Beside('chances')];
const answers = new WeakMap<object, Promise<unknown>>();

/** Has a plan worked off beside the page: once, whoever asks for it, and one after another where there are several. */
export const simulated = (plan: WorkPlan): Promise<Simulated> => worked(plan, { simulate: plan }) as Promise<Simulated>; // as the worker answers

/** Has chances worked out beside the page, as soon as those asked for before are. */
export const triedOut = (work: LikelyWork): Promise<Likely> => worked(work, { tryOut: work }, atOnce) as Promise<Likely>; // as the worker answers

/** Has the forecasts of teams' pasts judged beside the page. */
export const calibrated = (pasts: readonly TeamPast[]): Promise<readonly TeamCalibration[]> =>
  worked(pasts, { calibrate: pasts }) as Promise<readonly TeamCalibration[]>; // as the worker answers

function worked(of: object, task: Task, by = atLength): Promise<unknown> {
  let answer = answers.get(of);
  if (!answer) {
    answer = new Promise((take, fail) => by.ask({ task, answer: take, fail }));
    answers.set(of, answer);
    answer.catch(() => answers.delete(of)); // whoever asked is told
  }
  return answer;
}
