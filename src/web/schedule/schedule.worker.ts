import { calibrate } from '../../domain/forecast/calibration.ts';
import { toEnd } from '../../domain/kernel/pausing.ts';
import { simulate } from '../../domain/schedule/simulate.ts';
import type { Task } from './beside-the-page.ts';

/** Works beside the page, whose every frame is for the list. */
self.addEventListener('message', ({ data: task }: MessageEvent<Task>) =>
  self.postMessage('simulate' in task ? toEnd(simulate(task.simulate)) : toEnd(calibrate(task.calibrate))),
);
