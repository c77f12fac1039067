import { toEnd } from '../kernel/pausing.ts';
import { ENOUGH_WEEKS, type Outlook } from './outlook.ts';
import { rangeOf, type Trials } from './delivered.ts';
import { deliveredWithin } from './delivered-within.ts';
import { DAYS_A_WEEK } from './working-week.ts';

/** What a team delivered, day by day or round by round, from the first on which it delivered anything. */
export interface History {
  readonly amounts: readonly number[];
  /** How many of the amounts make a week: 7 where they are days, 1 where they are weeks or sprints. */
  readonly aWeek: number;
}

/** How the forecasts of the past did, so many weeks ahead. */
export interface Calibration {
  readonly weeks: number;
  readonly forecasts: number;
  readonly ranges: readonly {
    /** What the range says of itself. */
    readonly share: number;
    /** The share of what really came that lay within. */
    readonly within: number;
    /** Its mean width, in the unit of the history. */
    readonly width: number;
  }[];
}

const SHARES = [0.5, 0.85, 0.95];

interface Judging {
  readonly weeks: number;
  readonly isCounted: boolean;
}

/** Forecasts every stretch of the past from what was known before it, at every start, and counts how often the ranges held. */
export const backTest = (histories: readonly History[], judging: Judging, trials: Trials): Calibration => toEnd(backTestInPieces(histories, judging, trials));

/** The same with pauses. */
export function* backTestInPieces(histories: readonly History[], { weeks, isCounted }: Judging, trials: Trials): Generator<void, Calibration> {
  const ranges = SHARES.map((share) => ({ share, within: 0, width: 0 }));
  let forecasts = 0;
  for (const history of histories) {
    for (const { past, came } of stretches(history, weeks)) {
      const sorted = deliveredWithin({ past, isCounted, ahead: [] } satisfies Outlook, weeks * DAYS_A_WEEK, { ...trials, seed: trials.seed + forecasts });
      for (const range of ranges) {
        const { from, to } = rangeOf(range.share, sorted);
        if (came >= from && came <= to) range.within++;
        range.width += to - from;
      }
      forecasts++;
      yield;
    }
  }
  const mean = (total: number): number => (forecasts === 0 ? 0 : total / forecasts);
  return { weeks, forecasts, ranges: ranges.map(({ share, within, width }) => ({ share, within: mean(within), width: mean(width) })) };
}

/** Every stretch of so many weeks with the whole weeks before it, from the first at which there is enough history. */
function* stretches({ amounts, aWeek }: History, weeks: number): Generator<{ past: readonly number[]; came: number }> {
  const first = amounts.findIndex((amount) => amount > 0);
  if (first < 0) return;
  const active = amounts.slice(first);
  for (let start = ENOUGH_WEEKS * aWeek; start + weeks * aWeek <= active.length; start++) {
    const whole = Math.floor(start / aWeek);
    const past = Array.from({ length: whole }, (_, week) => total(active, start - (whole - week) * aWeek, aWeek));
    yield { past, came: total(active, start, weeks * aWeek) };
  }
}

const total = (amounts: readonly number[], from: number, count: number): number => amounts.slice(from, from + count).reduce((sum, amount) => sum + amount, 0);
