import { ComingWeeks } from './coming-weeks.ts';
import type { Outlook } from './outlook.ts';
import type { Trials } from './delivered.ts';
import { Finishing } from './finishing.ts';
import { DAYS_A_WEEK, LONGEST_DAYS, LONGEST_WEEKS, partOfWeek } from './working-week.ts';

/** Weeks are drawn so many at once while a trial is not at its end. */
const WEEKS_AT_ONCE = 8;

/** When an amount is delivered to which so much is added a week until then, evenly over its days. */
export function finishingGrowing(outlook: Outlook, { amount, growth }: { amount: number; growth: number }, { trials, seed }: Trials): Finishing {
  const weeks = new ComingWeeks(outlook, seed);
  const amounts = new Float64Array(LONGEST_WEEKS);
  const by = new Uint32Array(LONGEST_DAYS + 2);
  for (let trial = 0; trial < trials; trial++) {
    let drawn = weeks.draw(trial, amounts, amount);
    let total = weeks.before;
    let day = 0;
    for (let week = 0; day === 0 && week < LONGEST_WEEKS; week++) {
      if (week >= drawn) drawn = weeks.drawOn(amounts, week + WEEKS_AT_ONCE);
      day = dayInWeek(amounts[week]!, { total, week, amount, growth });
      total += amounts[week]!;
    }
    by[day === 0 ? LONGEST_DAYS + 1 : day]!++;
  }
  for (let day = 1; day <= LONGEST_DAYS; day++) by[day]! += by[day - 1]!;
  return new Finishing(trials, (_, day) => by[day]!);
}

interface SoFar {
  readonly total: number;
  readonly week: number;
  readonly amount: number;
  readonly growth: number;
}

/** The day of all on which what is delivered reaches what has grown; 0: on none of this week. */
function dayInWeek(delivered: number, { total, week, amount, growth }: SoFar): number {
  for (let day = 1; day <= DAYS_A_WEEK; day++) {
    const grown = amount + growth * week + partOfWeek(growth, day);
    if (total + partOfWeek(delivered, day) >= grown) return week * DAYS_A_WEEK + day;
  }
  return 0;
}
