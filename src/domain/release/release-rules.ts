import type { View } from '../collections.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import { canLead } from '../kernel/permission.ts';
import type { Blocker } from '../kernel/refusal.ts';
import type { Context } from '../kernel/verb.ts';

/** A promise is for today or later, in the product's zone. */
export function refusesPassed(view: View, { product, date }: { product: string; date: Day | null | undefined }, { now }: Pick<Context, 'now'>): Blocker[] {
  const today = dayIn(view.get('product', product).zone, now);
  return date && date < today ? [{ code: 'date-passed', date, today }] : [];
}

/** Only an admin, a product manager or a team member can be a lead. */
export const refusesLead = (view: View, lead: string | null | undefined): Blocker[] =>
  lead && !canLead(view.get('member', lead).role) ? [{ code: 'not-a-lead', member: lead }] : [];
