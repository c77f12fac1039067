import { pointsByType, pointsOfAll, type Item } from '../backlog/item.ts';
import { ITEM_TYPES, type ItemType } from '../backlog/item-type.ts';
import type { View } from '../collections.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { sum } from '../estimation/sum.ts';
import type { Group } from '../kernel/sorted-group.ts';
import type { Unit } from '../product/product.ts';
import { unitOf } from '../capacity/unit.ts';

/** How a product's rows are counted: what each takes of a capacity. */
export interface Sizing {
  readonly unit: Unit;
  /** What a row without points counts as, by its type. T-shirt sizes and hours are no points. */
  readonly guess: Readonly<Record<ItemType, number>>;
}

/** In points, a row without any counts as the median of its type; with under five of that type, as the median of all; with none, as 3. */
export function sizingOf(view: View, product: string): Sizing {
  const ofAll = median(view.list(pointsOfAll, product)) ?? USUAL_POINTS;
  const guess = (type: ItemType): number => {
    const estimated = view.list(pointsByType, `${product}/${type}`);
    return estimated.length < ENOUGH ? ofAll : (median(estimated) ?? ofAll);
  };
  return { unit: unitOf(view, product), guess: Object.fromEntries(ITEM_TYPES.map((type) => [type, guess(type)])) as Record<ItemType, number> };
}

/** What a row takes of a capacity. */
export const sizeOf = ({ unit, guess }: Sizing, { estimate, type }: Item): number => (unit === 'items' ? 1 : (pointsOf(estimate) ?? guess[type]));

/** Whether a row's size is a guess, shown `~3`. */
export const isGuessed = ({ unit }: Sizing, { estimate }: Item): boolean => unit === 'points' && pointsOf(estimate) === null;

/** The middle of items in the order of their points, without walking them. */
function median(estimated: Group<Item>): number | null {
  const middle = (estimated.length - 1) / 2;
  const [low, high] = [estimated.at(Math.floor(middle)), estimated.at(Math.ceil(middle))];
  return low && high ? sum(pointsOf(low.estimate)! / 2, pointsOf(high.estimate)! / 2) : null;
}

const ENOUGH = 5;
const USUAL_POINTS = 3;
