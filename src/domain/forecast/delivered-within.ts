import { toEnd } from '../kernel/pausing.ts';
import { ComingWeeks } from './coming-weeks.ts';
import { deliveredWithinEach, type Trials } from './delivered.ts';
import type { Outlook } from './outlook.ts';

const USUAL_TRIALS: Trials = { trials: 2000, seed: 1 };

/** What is delivered within so many working days from now in each trial, smallest first; drawn for this once. */
export const deliveredWithin = (outlook: Outlook, days: number, { trials, seed }: Trials = USUAL_TRIALS): Float64Array =>
  toEnd(deliveredWithinEach(outlook, [days], { trials, from: new ComingWeeks(outlook, seed) }))[0]!;
