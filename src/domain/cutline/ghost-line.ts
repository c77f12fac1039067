import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { datedReleases } from '../release/dated-releases.ts';
import { teamsOf } from '../team/team-of.ts';
import { calledAtFirst } from './draw-line.ts';
import { unitOf } from '../capacity/unit.ts';

/** The grey line of a product that has none yet, with what its fields are filled with. */
export interface GhostLine {
  readonly unit: Unit;
  /** What the team delivers in two weeks, where somebody has said; else the measured pace fills the field. */
  readonly pace: number | null;
  readonly called: string;
}

/** The ghost line of a product; null where an open release has a date and a real line is drawn. */
export function ghostLine(view: View, product: string): GhostLine | null {
  if (datedReleases(view, product).length > 0) return null;
  return { unit: unitOf(view, product), pace: teamsOf(view, product)[0]?.pace ?? null, called: calledAtFirst(view, product) };
}

export const ghostLineReading = reading({
  name: 'ghostLine',
  does: 'What the first line of a product would be filled with; null once it has one.',
  route: '/products/{product}/ghost-line',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of: (view, { product }) => ghostLine(view, product),
});
