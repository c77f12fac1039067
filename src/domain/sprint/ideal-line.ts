import { addDays, type Day } from '../kernel/day.ts';
import { WORK_UNITS, type Work } from './work.ts';

/** What would be left at the end of a day if work went on evenly. */
export interface IdealDay {
  readonly day: Day;
  readonly left: Work;
}

/** From so much to nothing over the days on which the team works: on others nothing is expected of it. Empty where it works on none. */
export function idealLine(start: Work, { working, from, to }: { working: readonly Day[]; from: Day; to: Day }): IdealDay[] {
  const days: IdealDay[] = [];
  let gone = 0;
  for (let day = from; day <= to && working.length > 0; day = addDays(day, 1)) {
    if (working.includes(day)) gone++;
    const share = 1 - gone / working.length;
    days.push({ day, left: Object.fromEntries(WORK_UNITS.map((unit) => [unit, toThousandth(start[unit] * share)])) as unknown as Work }); // every unit is there
  }
  return days;
}

const toThousandth = (amount: number): number => Math.round(amount * 1000) / 1000;
