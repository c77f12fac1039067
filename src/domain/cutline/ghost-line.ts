import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { deliveredWith } from '../forecast/delivered.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { totalsWithin } from '../forecast/totals.ts';
import { dayIn, weekdaysBetween, type Day } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { datedReleases } from '../release/dated-releases.ts';
import { USUAL_CONFIDENCE } from '../release/release.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { calledAtFirst } from './draw-line.ts';
import { unitOf } from '../capacity/unit.ts';

/** The grey line of a product that has none yet, with what its fields are filled with. */
export interface GhostLine {
  readonly unit: Unit;
  /** What somebody has said that the team delivers in two weeks, where that counts; else the measured pace fills the field. */
  readonly pace: number | null;
  readonly called: string;
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** Whether the line counts what the team delivered, unless it is drawn with a pace: these weeks are enough, and no newer pace stands against them. */
  readonly isMeasured: boolean;
}

/** The ghost line of a product; null where an open release has a date and a real line is drawn. */
export function ghostLine(view: View, product: string, { now }: Asking): GhostLine | null {
  if (datedReleases(view, product).length > 0) return null;
  const unit = unitOf(view, product);
  const { weeks, outlook } = outlookOfFirst(view, product, { today: todayOf(view, product, now), unit });
  const pace = outlook ? null : (teamsOf(view, product)[0]?.pace ?? null);
  return { unit, pace, called: calledAtFirst(view, product), weeks, isMeasured: outlook !== null };
}

/** What the line of a product would hold until a day; null: too little is known of what its team delivered. */
export function ghostCapacity(view: View, product: string, { on, now }: Asking & { on: Day }): number | null {
  const today = todayOf(view, product, now);
  const { outlook } = outlookOfFirst(view, product, { today, unit: unitOf(view, product) });
  return outlook && deliveredWith(USUAL_CONFIDENCE, totalsWithin(outlook, weekdaysBetween(today, on)));
}

const todayOf = (view: View, product: string, now: Asking['now']): Day => dayIn(view.get('product', product).zone, now);

/** Of the product's first team; where it has none, of the one that the line will make. */
function outlookOfFirst(view: View, product: string, when: { today: Day; unit: Unit }) {
  const team = teamsOf(view, product)[0]?.id ?? null;
  return outlookOf(view, { product, team, firstTeam: team }, when);
}

export const ghostLineReading = reading({
  name: 'ghostLine',
  does: 'What the first line of a product would be filled with; null once it has one.',
  route: '/products/{product}/ghost-line',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of: (view, { product }, asking) => ghostLine(view, product, asking),
});
