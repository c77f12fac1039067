import type { Outlook } from './coming-weeks.ts';
import { deliveredWithin, type Trials } from './delivered.ts';
import { Remembered } from './remembered.ts';

/** The trials of everything that is shown: they are the same ones everywhere, so that figures which belong together agree to the last trial. */
export const TRIALS: Trials = { trials: 10_000, seed: 1 };

/**
 * What is delivered within so many working days from today in each trial, smallest first, in whole amounts as every capacity is. From this
 * one list come a line's capacity and the chances of its rows, which is why they agree.
 */
export function totalsWithin(outlook: Outlook, days: number): Float64Array {
  const { past, ahead, isCounted } = outlook;
  return totals.of(JSON.stringify([past, ahead, isCounted, days]), () => deliveredWithin(outlook, days, TRIALS).map(Math.floor));
}

/** Drawn once for a past and a number of days, then looked up: nothing of it changes while items are moved and estimated. */
const totals = new Remembered<Float64Array>(64);
