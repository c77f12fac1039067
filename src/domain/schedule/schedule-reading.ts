import { z } from 'zod';
import { readingInPieces } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import { rowsAfter } from '../cutline/cutline.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { planWork } from './plan-work.ts';
import type { LikelyDay } from '../cutline/release-days.ts';
import type { Expectation, Schedule } from './schedule.ts';
import { scheduled } from './schedule-of.ts';

/** When the rows of a product are likely begun and finished, a page of them in rank order, and what is made of several rows. */
export interface ScheduleAnswer {
  readonly today: Day;
  /** Null: nobody can say. `downTo`: when everything down to the row is finished. */
  readonly rows: readonly { readonly item: string; readonly expected: Expectation | null; readonly downTo: readonly LikelyDay[] | null }[];
  /** The row to go on after; null on the last page. */
  readonly next: string | null;
  readonly parents: readonly { readonly item: string; readonly expected: Expectation | null }[];
  readonly releases: readonly { readonly release: string; readonly expected: Expectation | null }[];
}

export const schedule = readingInPieces({
  name: 'schedule',
  does: 'When the rows, epics, features and releases of a product are likely begun and finished, and by when everything down to each row is.',
  route: '/products/{product}/schedule',
  input: z.strictObject({ product: ref('product'), limit: z.int().min(1).max(500).default(100), after: ref('item').optional() }),
  needs: (_, { product }) => [{ may: 'see-forecasts', on: { in: 'product', id: product } }],
  *inPieces(view, { product, limit, after }, asking): Generator<void, ScheduleAnswer> {
    const rows = rowsAfter(view, { product, limit, after }).map(({ id }) => id);
    const plan = planWork(view, cutLines(view, product, asking));
    const kinds = plan.groups.map(({ id }) => ({ id, isRelease: view.find('release', id) !== undefined }));
    return answerFrom(yield* scheduled(plan), { rows, kinds, limit });
  },
});

interface Asked {
  readonly rows: readonly string[];
  readonly kinds: readonly { readonly id: string; readonly isRelease: boolean }[];
  readonly limit: number;
}

function answerFrom(of: Schedule, { rows, kinds, limit }: Asked): ScheduleAnswer {
  return {
    today: of.plan.today,
    rows: rows.map((item) => ({ item, expected: of.of(item), downTo: of.downTo(item) })),
    next: rows.length === limit ? rows.at(-1)! : null,
    parents: kinds.filter(({ isRelease }) => !isRelease).map(({ id }) => ({ item: id, expected: of.of(id) })),
    releases: kinds.filter(({ isRelease }) => isRelease).map(({ id }) => ({ release: id, expected: of.of(id) })),
  };
}
