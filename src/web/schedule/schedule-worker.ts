import type { Simulated } from '../../domain/schedule/simulate.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';

interface Asked {
  readonly plan: WorkPlan;
  readonly answer: (simulated: Simulated) => void;
  readonly fail: (error: unknown) => void;
}

let worker: Worker | null = null;
const asked: Asked[] = [];
const answers = new WeakMap<WorkPlan, Promise<Simulated>>();

/** Has a plan worked off beside the page: once, whoever asks for it, and one after another where there are several. */
export function simulated(plan: WorkPlan): Promise<Simulated> {
  let answer = answers.get(plan);
  if (!answer) {
    answer = new Promise((take, fail) => {
      asked.push({ plan, answer: take, fail });
      if (asked.length === 1) theWorker().postMessage(plan);
    });
    answers.set(plan, answer);
    answer.catch(() => answers.delete(plan)); // whoever asked is told
  }
  return answer;
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./schedule.worker.ts', import.meta.url), { type: 'module', name: 'schedule' });
  worker.addEventListener('message', ({ data }: MessageEvent<Simulated>) => next().answer(data));
  worker.addEventListener('error', (event) => {
    // A worker that could not be loaded answers nothing: the next plan tries another.
    worker?.terminate();
    worker = null;
    next().fail(event.error ?? new Error(`The schedule could not be worked out: ${event.message}`));
  });
  return worker;
}

function next(): Asked {
  const done = asked.shift();
  if (!done) throw new Error('a schedule came that nobody asked for');
  if (asked[0]) theWorker().postMessage(asked[0].plan);
  return done;
}
