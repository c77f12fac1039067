import { z } from 'zod';
import { readingInPieces } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import { sumOf } from '../estimation/sum.ts';
import { TOLD } from '../forecast/told.ts';
import { daySchema, type Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { planWork } from './plan-work.ts';
import { dayWith, type Schedule } from './schedule.ts';
import { scheduled } from './schedule-of.ts';

/** What is likely done by a day, each time with one of the told chances. */
export interface DoneWith {
  readonly with: number;
  /** The rows that are finished by then so likely, each for itself, in rank order. */
  readonly rows: readonly string[];
  /** What they come to, in the product's unit. Rows without points count by a guess. */
  readonly amount: number;
  /** The last row down to which all is finished by then so likely; null: not even down to the first. */
  readonly downTo: string | null;
}

export interface DoneBy {
  readonly on: Day;
  readonly done: readonly DoneWith[];
  /** How many of the rows looked at nobody can say anything of. */
  readonly untold: number;
}

/** What is likely done of a product by the end of a day. */
export function doneBy(schedule: Schedule, on: Day): DoneBy {
  const { rows, byRank } = schedule.plan;
  const expected = byRank.map((place) => ({ row: rows[place]!, expected: schedule.of(rows[place]!.id), downTo: schedule.downTo(rows[place]!.id) }));
  return {
    on,
    done: TOLD.map((share) => {
      const isBy = (days: Parameters<typeof dayWith>[1] | null | undefined) => ((days && dayWith(share, days)) ?? '9999') <= on;
      const inTime = expected.filter((one) => isBy(one.expected?.days));
      return {
        with: share,
        rows: inTime.map(({ row }) => row.id),
        amount: sumOf(inTime, ({ row }) => row.size),
        downTo: expected.filter(({ downTo }) => isBy(downTo)).at(-1)?.row.id ?? null,
      };
    }),
    untold: expected.filter((one) => one.expected === null).length,
  };
}

export const doneByReading = readingInPieces({
  name: 'doneBy',
  does: 'What of a product is done by a day with 50, 85 and 95 %: each row for itself, and down to which row all is.',
  route: '/products/{product}/done-by',
  input: z.strictObject({ product: ref('product'), on: daySchema }),
  needs: (_, { product }) => [{ may: 'see-forecasts', on: { in: 'product', id: product } }],
  *inPieces(view, { product, on }, asking): Generator<void, DoneBy> {
    return doneBy(yield* scheduled(planWork(view, cutLines(view, product, asking))), on);
  },
});
