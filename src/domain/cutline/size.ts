import { pointsByType, pointsOfAll, type Item } from '../backlog/item.ts';
import { ITEM_TYPES, type ItemType } from '../backlog/item-type.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { unitOf } from '../capacity/unit.ts';
import type { View } from '../collections.ts';
import { pointsToDo } from '../estimation/as-points.ts';
import { pointsOf, type Size } from '../estimation/estimate.ts';
import { sum } from '../estimation/sum.ts';
import type { Group } from '../kernel/sorted-group.ts';
import type { Unit } from '../product/product.ts';

/** How a product's rows are counted: what each takes of a capacity. */
export interface Sizing {
  readonly unit: Unit;
  /** What a row of which nothing is said counts as, by its type. */
  readonly guess: Readonly<Record<ItemType, number>>;
  /** What a T-shirt size counts as. */
  readonly sizePoints: Readonly<Record<Size, number>>;
  /** How many hours are a point, by team; a team that is not named has not said so. */
  readonly hoursPerPoint: Readonly<Record<string, number>>;
  /** The product's first team, to which a row without one belongs. */
  readonly firstTeam: string | null;
}

/** In points, a row without any counts as the median of its type; with under five of that type, as the median of all; with none, as 3. */
export function sizingOf(view: View, product: string): Sizing {
  const ofAll = median(view.list(pointsOfAll, product)) ?? USUAL_POINTS;
  const guess = (type: ItemType): number => {
    const estimated = view.list(pointsByType, `${product}/${type}`);
    return estimated.length < ENOUGH ? ofAll : (median(estimated) ?? ofAll);
  };
  const teams = teamsOf(view, product);
  return {
    unit: unitOf(view, product),
    guess: Object.fromEntries(ITEM_TYPES.map((type) => [type, guess(type)])) as Record<ItemType, number>,
    sizePoints: view.get('product', product).sizePoints,
    hoursPerPoint: Object.fromEntries(teams.flatMap(({ id, hoursPerPoint }) => (hoursPerPoint === null ? [] : [[id, hoursPerPoint]]))),
    firstTeam: teams[0]?.id ?? null,
  };
}

/** What a row takes of a capacity. */
export const sizeOf = (view: View, sizing: Sizing, row: Item): number => (sizing.unit === 'items' ? 1 : (saidOf(view, sizing, row) ?? sizing.guess[row.type]));

/** Whether a row's size is a guess, shown `~3`. */
export const isGuessed = (view: View, sizing: Sizing, row: Item): boolean => sizing.unit === 'points' && saidOf(view, sizing, row) === null;

/** What somebody has said of a row, in points; null where nobody has. */
const saidOf = (view: View, { sizePoints, hoursPerPoint, firstTeam }: Sizing, row: Item): number | null =>
  row.estimate?.kind === 'hours'
    ? pointsToDo(row.estimate, { sizePoints, hoursPerPoint: hoursPerPoint[teamOf(view, row, firstTeam) ?? ''] ?? null })
    : pointsToDo(row.estimate, { sizePoints, hoursPerPoint: null });

/** The middle of items in the order of their points, without walking them. */
function median(estimated: Group<Item>): number | null {
  const middle = (estimated.length - 1) / 2;
  const [low, high] = [estimated.at(Math.floor(middle)), estimated.at(Math.ceil(middle))];
  return low && high ? sum(pointsOf(low.estimate)! / 2, pointsOf(high.estimate)! / 2) : null;
}

const ENOUGH = 5;
const USUAL_POINTS = 3;
