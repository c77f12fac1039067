import { dayOfWorkingDay, workingDaysFor } from '../capacity/capacity.ts';
import type { View } from '../collections.ts';
import { dayAtWork } from '../forecast/days-at-work.ts';
import { finishing } from '../forecast/finish.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { weeksAhead } from '../forecast/weeks-ahead.ts';
import { TRIALS } from '../forecast/totals.ts';
import type { Day } from '../kernel/day.ts';
import type { Line, Lines, TeamOnLine } from './line.ts';

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

/** The day until which a team's pace comes to an amount in a line's window; null: never, or nobody has said the pace. */
export function dayAtPace(view: View, { today }: Lines, { line, team, amount }: { line: Line; team: TeamOnLine; amount: number }): Day | null {
  const days = team.pace ? workingDaysFor(amount, team.pace) : null;
  return days === null ? null : dayAtWork({ today, ahead: weeksAhead(view, team.team, today) }, { from: line.window.from, days });
}
