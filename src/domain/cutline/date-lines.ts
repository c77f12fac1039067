import { z } from 'zod';
import { readingInPieces } from '../collections.ts';
import { daySchema } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { drawReaches } from './reach-ahead.ts';
import { groundOf, reaches, type Reach } from './reach.ts';
import { shownDays, type ShownDay } from './shown-days.ts';

export interface DateLines {
  readonly unit: Unit;
  readonly lines: readonly (ShownDay & Reach)[];
}

export const dateLines = readingInPieces({
  name: 'dateLines',
  does: 'How far down a product’s backlog its teams get by a day, counted from the top: at the days given, or at those drawn by hand and the ends of this and the next three quarters. A day that has passed is left out.',
  route: '/products/{product}/date-lines',
  input: z.strictObject({ product: ref('product'), on: z.array(daySchema).max(16).default([]) }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  *inPieces(view, { product, on }, asking): Generator<void, DateLines> {
    const ground = groundOf(view, product, asking);
    const shown = shownDays(view, product, { today: ground.today, quarters: true });
    const known = new Map(shown.map((day) => [day.on, day]));
    const days = on.length > 0 ? on : shown.map((day) => day.on);
    yield* drawReaches(view, ground, days);
    const reached = reaches(view, ground, days);
    return { unit: ground.unit, lines: reached.map((reach) => ({ ...(known.get(reach.on) ?? { name: '', dateLine: null }), ...reach })) };
  },
});
