import { z } from 'zod';
import { settleUnit } from '../capacity/unit.ts';
import { verb, type View } from '../collections.ts';
import { dayIn, daySchema, type Day } from '../kernel/day.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema } from '../kernel/text.ts';
import type { Context } from '../kernel/verb.ts';
import { refusesPassed } from '../release/release-rules.ts';
import { dateLinesOf } from './date-line.ts';

/** More lines than these across one list are read by nobody. */
const MOST_DATE_LINES = 12;

const nameSchema = optionalTextSchema(100);

export const drawDateLine = verb({
  name: 'drawDateLine',
  does: 'Draw a dotted line at a day: how far the backlog is done by then, counted from the top. It promises nothing and changes no other line.',
  route: ['POST', '/products/{product}/date-lines'],
  input: z.strictObject({ product: ref('product'), on: daySchema, name: nameSchema.default('') }),
  needs: (_, { product }) => [{ may: 'plan-releases', on: { in: 'product', id: product } }],
  blockers: (view, { product, on }, context) => [
    ...refusesPassed(view, { product, date: on }, context),
    ...refusesTaken(view, { product, on, but: null }),
    ...refusesMore(view, product, context),
  ],
  run(draft, { product, on, name }, context) {
    draft.create('dateLine', { id: context.newId(), product, on, name });
    settleUnit(draft, product);
  },
});

export const updateDateLine = verb({
  name: 'updateDateLine',
  does: 'Give a date line another day or another name.',
  route: ['PATCH', '/date-lines/{dateLine}'],
  input: z.strictObject({ dateLine: ref('dateLine'), on: daySchema.optional(), name: nameSchema.optional() }),
  needs: (view, { dateLine }) => [{ may: 'plan-releases', on: { in: 'product', id: view.get('dateLine', dateLine).product } }],
  blockers: (view, { dateLine, on }, context) => {
    const now = view.get('dateLine', dateLine);
    if (on === undefined || on === now.on) return [];
    const { product } = now;
    const isBack = now.on < todayOf(view, product, context); // it was drawn no more, and is again
    return [
      ...refusesPassed(view, { product, date: on }, context),
      ...refusesTaken(view, { product, on, but: dateLine }),
      ...(isBack ? refusesMore(view, product, context) : []),
    ];
  },
  run(draft, { dateLine, on, name }) {
    draft.update('dateLine', dateLine, { ...(on === undefined ? {} : { on }), ...(name === undefined ? {} : { name }) });
  },
});

export const removeDateLine = verb({
  name: 'removeDateLine',
  does: 'Erase a date line.',
  route: ['DELETE', '/date-lines/{dateLine}'],
  input: z.strictObject({ dateLine: ref('dateLine') }),
  needs: (view, { dateLine }) => [{ may: 'plan-releases', on: { in: 'product', id: view.get('dateLine', dateLine).product } }],
  run: (draft, { dateLine }) => draft.remove('dateLine', dateLine),
});

/** A day has one line: two of them would take the same rows. */
function refusesTaken(view: View, { product, on, but }: { product: string; on: Day; but: string | null }): Blocker[] {
  const same = Array.from(view.list(dateLinesOf, product)).find((line) => line.on === on && line.id !== but);
  return same ? [{ code: 'date-line-there', date: on, name: same.name }] : [];
}

/** Those whose day has passed are not drawn and not counted. */
function refusesMore(view: View, product: string, context: Pick<Context, 'now'>): Blocker[] {
  const today = todayOf(view, product, context);
  const ahead = Array.from(view.list(dateLinesOf, product)).filter(({ on }) => on >= today);
  return ahead.length >= MOST_DATE_LINES ? [{ code: 'too-many', what: 'The date lines of a product', most: MOST_DATE_LINES }] : [];
}

const todayOf = (view: View, product: string, { now }: Pick<Context, 'now'>): Day => dayIn(view.get('product', product).zone, now);
