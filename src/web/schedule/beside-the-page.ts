import type { TeamCalibration, TeamPast } from '../../domain/forecast/calibration.ts';
import type { Simulated } from '../../domain/schedule/simulate.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';

/** What the worker is given. */
export type Task = { readonly simulate: WorkPlan } | { readonly calibrate: readonly TeamPast[] };

interface Asked {
  readonly task: Task;
  readonly answer: (answer: unknown) => void;
  readonly fail: (error: unknown) => void;
}

let worker: Worker | null = null;
const asked: Asked[] = [];
const answers = new WeakMap<object, Promise<unknown>>();

/** Has a plan worked off beside the page: once, whoever asks for it, and one after another where there are several. */
export const simulated = (plan: WorkPlan): Promise<Simulated> => worked(plan, { simulate: plan }) as Promise<Simulated>; // as the worker answers

/** Has the forecasts of teams' pasts judged beside the page. */
export const calibrated = (pasts: readonly TeamPast[]): Promise<readonly TeamCalibration[]> =>
  worked(pasts, { calibrate: pasts }) as Promise<readonly TeamCalibration[]>; // as the worker answers

function worked(of: object, task: Task): Promise<unknown> {
  let answer = answers.get(of);
  if (!answer) {
    answer = new Promise((take, fail) => {
      asked.push({ task, answer: take, fail });
      if (asked.length === 1) theWorker().postMessage(task);
    });
    answers.set(of, answer);
    answer.catch(() => answers.delete(of)); // whoever asked is told
  }
  return answer;
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./schedule.worker.ts', import.meta.url), { type: 'module', name: 'schedule' });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => next().answer(data));
  worker.addEventListener('error', (event) => {
    // A worker that could not be loaded answers nothing: what is asked next tries another.
    worker?.terminate();
    worker = null;
    next().fail(event.error ?? new Error(`Nothing could be worked out: ${event.message}`));
  });
  return worker;
}

function next(): Asked {
  const done = asked.shift();
  if (!done) throw new Error('an answer came that nobody asked for');
  if (asked[0]) theWorker().postMessage(asked[0].task);
  return done;
}
