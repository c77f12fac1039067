import { toEnd } from '../kernel/pausing.ts';
import type { Outlook } from './outlook.ts';
import { deliveredWith, deliveredWithinEach, type Trials } from './delivered.ts';
import { trialsOf } from './known-trials.ts';
import { Remembered } from './remembered.ts';

/** The trials of everything that is shown: they are the same ones everywhere, so that figures which belong together agree to the last trial. */
export const TRIALS: Trials = { trials: 10_000, seed: 1 };

/**
 * What is delivered within so many working days from today in each trial, smallest first, in whole amounts as every capacity is. From this
 * one list come a line's capacity and the chances of its rows, which is why they agree.
 */
export const totalsWithin = (outlook: Outlook, days: number): Float64Array =>
  totals.of(keyOf(outlook, days), () => toEnd(deliveredWithinEach(outlook, [days], drawn(outlook)))[0]!.map(Math.floor));

/** What is delivered within so many working days with this confidence. */
export const surelyWithin = (outlook: Outlook, days: number, confidence: number): number =>
  amounts.of(`${confidence} ${keyOf(outlook, days)}`, () => deliveredWith(confidence, totalsWithin(outlook, days)));

/** Whether {@link surelyWithin} would only look up what it is asked. */
export const isDrawn = (outlook: Outlook, days: number, confidence: number): boolean => amounts.find(`${confidence} ${keyOf(outlook, days)}`) !== undefined;

/** Draws for several numbers of days what {@link surelyWithin} would draw for each by itself, in pieces of work and in a fraction of the time. */
export function* drawAhead(outlook: Outlook, days: readonly number[], confidence: number): Generator<void, void> {
  const missing = days.filter((one) => !isDrawn(outlook, one, confidence)).sort((a, b) => a - b);
  const each = yield* deliveredWithinEach(outlook, missing, drawn(outlook));
  for (const [at, one] of missing.entries()) {
    totals.keep(keyOf(outlook, one), each[at]!.map(Math.floor));
    surelyWithin(outlook, one, confidence);
  }
}

const drawn = (outlook: Outlook) => ({ ...TRIALS, from: trialsOf(outlook, TRIALS) });

const keyOf = ({ past, ahead, isCounted }: Outlook, days: number): string => JSON.stringify([past, ahead, isCounted, days]);

/** Drawn once for a past and a number of days, then looked up: nothing of it changes while items are moved and estimated. At most 20 MB. */
const totals = new Remembered<Float64Array>(256);
/** The one amount that a line's capacity is, kept longer than all trials: many teams on many days are looked up at every change. */
const amounts = new Remembered<number>(4096);
