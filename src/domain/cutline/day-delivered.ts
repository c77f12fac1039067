import { dayOfWorkingDay } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { finishing } from '../forecast/finish.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { TRIALS } from '../forecast/totals.ts';
import type { Day } from '../kernel/day.ts';
import type { Lines } from './line.ts';

/**
 * The day by which a team delivers an amount from today on, with a confidence; null: not within three years, or nobody can say. With fewer
 * trials it is a guess, a day or two off.
 */
export function dayDelivered(
  view: View,
  { product, today, unit, firstTeam }: Lines,
  { team, amount, confidence, trials = TRIALS.trials }: { team: string; amount: number; confidence: number; trials?: number },
): Day | null {
  const { outlook } = outlookOf(view, { product, team, firstTeam }, { today, unit });
  if (!outlook) return null;
  const day = finishing(outlook, [Math.ceil(amount)], { ...TRIALS, trials }).dayWith(confidence, 0); // whole amounts, as a line counts them
  return day === null ? null : dayOfWorkingDay(today, day);
}
