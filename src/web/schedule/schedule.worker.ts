import { calibrate } from '../../domain/forecast/calibration.ts';
import { toEnd } from '../../domain/kernel/pausing.ts';
import { likelyFrom } from '../../domain/schedule/likely-work.ts';
import { simulate } from '../../domain/schedule/simulate.ts';
import type { Task } from './beside-the-page.ts';

/** Works beside the page, whose every frame is for the list. */
self.addEventListener('message', ({ data: task }: MessageEvent<Task>) => self.postMessage(answer(task)));

function answer(task: Task): unknown {
  if ('simulate' in task) return toEnd(simulate(task.simulate));
  return 'tryOut' in task ? toEnd(likelyFrom(task.tryOut)) : toEnd(calibrate(task.calibrate));
}
