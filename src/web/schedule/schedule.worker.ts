import { toEnd } from '../../domain/kernel/pausing.ts';
import { simulate } from '../../domain/schedule/simulate.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';

/** Works off a plan beside the page, whose every frame is for the list. */
self.addEventListener('message', ({ data }: MessageEvent<WorkPlan>) => self.postMessage(toEnd(simulate(data))));
