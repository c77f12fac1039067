import type { Category } from '../backlog/category.ts';
import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import { sharesOf } from './share.ts';

/** A part of a team's capacity, and which rows draw on it. */
export interface Part {
  /** Only rows of this category; null: all rows for whose category nothing is kept. */
  readonly keptFor: Category | null;
  /** Per cent of the capacity. */
  readonly percent: number;
}

/** The parts of a team's capacity that rows draw on: first what nothing is kept for, then each category's. What is kept for unplanned work is in none of them. */
export function partsOf(view: View, team: string): Part[] {
  const shares = Array.from(view.list(sharesOf, team));
  const rest = shares.reduce((left, { percent }) => sum(left, -percent), 100);
  return [
    { keptFor: null, percent: rest },
    ...shares.filter(({ category }) => category !== null).map(({ category, percent }) => ({ keptFor: category, percent })),
  ];
}

/** The part that work of a category draws on. */
export const partFor = <P extends Pick<Part, 'keptFor'>>(parts: readonly P[], category: Category): P | undefined =>
  parts.find(({ keptFor }) => keptFor === category) ?? parts.find(({ keptFor }) => keptFor === null);

/** Per cent of an amount, rounded down to whole ones as every capacity is. */
export const amountOfPart = (amount: number, percent: number): number => (percent === 100 ? amount : Math.floor(Number(((amount * percent) / 100).toFixed(6)))); // 30 × 0.7 is 20.999… in binary

/** The least whole amount of which so many per cent hold what is needed; infinite where nothing ever does. */
export const wholeFor = (needed: number, percent: number): number => (needed <= 0 ? 0 : Math.ceil((Math.ceil(needed) * 100) / percent - 5e-7)); // 21 at 0.7 % is a little more than 3000 in binary
