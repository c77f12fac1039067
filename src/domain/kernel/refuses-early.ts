import type { Day } from './day.ts';
import type { Blocker } from './refusal.ts';

/** What lasts ends on the day it starts or later. */
export const refusesEarly = (start: Day | null, date: Day | null): Blocker[] =>
  start !== null && date !== null && date < start ? [{ code: 'date-before-start', start, date }] : [];
