import { z } from 'zod';
import { sumOf } from './sum.ts';

/** T-shirt sizes, small to large. */
export const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;
export type Size = (typeof SIZES)[number];

/** How large an item is. Kinds are never added to each other. Hours are of work: as first thought, still to do, and done. */
export type Estimate =
  | { readonly kind: 'points'; readonly value: number }
  | { readonly kind: 'size'; readonly value: Size }
  | { readonly kind: 'hours'; readonly original: number | null; readonly remaining: number | null; readonly spent: number | null };

/** The usual steps of story points; any other number may be said. */
export const USUAL_POINTS: readonly number[] = [0, 1, 2, 3, 5, 8, 13, 21];

/** More points or hours than anything that is estimated. */
const MOST = 100_000;
export const amount = z.number().min(0).max(MOST);

export const estimateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), value: amount }),
  z.strictObject({ kind: z.literal('size'), value: z.enum(SIZES) }),
  z.strictObject({ kind: z.literal('hours'), original: amount.nullable(), remaining: amount.nullable(), spent: amount.nullable() }),
]);

/** The story points of an estimate, or null where it has none. */
export const pointsOf = (estimate: Estimate | null): number | null => (estimate?.kind === 'points' ? estimate.value : null);

/** What several come to in story points; what has none counts nothing. */
export const sumOfPoints = (estimated: readonly { readonly estimate: Estimate | null }[]): number =>
  sumOf(estimated, ({ estimate }) => pointsOf(estimate) ?? 0);
