import type { View } from '../collections.ts';
import { pointsDelivered } from '../estimation/as-points.ts';
import { sum } from '../estimation/sum.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import { doneRows } from '../backlog/done-rows.ts';
import { isDelivered } from '../backlog/done.ts';
import { teamOf } from '../backlog/team-of.ts';
import { estimatesOfTeam } from '../estimation/team-estimate.ts';
import { teamRows } from '../backlog/rows-of-team.ts';
import { MOST_WEEKS } from './outlook.ts';
import { Remembered } from './remembered.ts';

/** Whose past is asked for: a team's in a product. To the product's first team belongs what has no team. */
export interface Whose {
  readonly product: string;
  /** Null: of a product that has no team yet, which is what its first one will be said to have done. */
  readonly team: string | null;
  readonly firstTeam: string | null;
}

/**
 * What a team has delivered in each of the last whole weeks before today, oldest first, leading empty ones left out. A week ends on the
 * day before today, and every seventh before. In points sizes and hours count as they do on a line; rows without an estimate add none: a guess is no measurement.
 * What it did for rows of other teams is what was said that they take of it.
 */
export const pastWeeks = (view: View, whose: Whose, when: { today: Day; unit: Unit }): readonly number[] => weeksOf(view, whose, { ...when, most: MOST_WEEKS });

/** The same, at most so many weeks back. */
export function weeksOf(view: View, whose: Whose, { today, unit, most }: { today: Day; unit: Unit; most: number }): readonly number[] {
  const groups = groupsOf(whose).map((group) => view.list(doneRows, group));
  const rates = {
    sizePoints: view.get('product', whose.product).sizePoints,
    hoursPerPoint: (whose.team === null ? undefined : view.find('team', whose.team)?.hoursPerPoint) ?? null,
  };
  const first = addDays(today, -7 * most);
  const others = doneForOthers(view, whose, first);
  return weeks.of([today, unit, most, JSON.stringify([rates, others]), ...groups.map(({ mark }) => mark)].join(' '), () => {
    const amounts = Array.from({ length: most }, () => 0);
    const add = (closedOn: Day, amount: number) => {
      const ago = Math.ceil(daysBetween(closedOn, today) / 7);
      if (ago >= 1) amounts[most - ago] = sum(amounts[most - ago]!, unit === 'items' ? 1 : amount);
    };
    for (const [at, group] of groups.entries()) {
      const start = view.placeOf(doneRows, groupsOf(whose)[at]!, { closedOn: first, estimate: null, id: '' } as never); // its place is told by these alone
      for (const { closedOn, estimate } of group.from(start)) add(closedOn!, pointsDelivered(estimate, rates) ?? 0);
    }
    for (const [closedOn, points] of others) add(closedOn, points);
    const active = amounts.findIndex((amount) => amount > 0);
    return active < 0 ? [] : amounts.slice(active);
  });
}

/** What is delivered of other teams' rows since a day, and what each took of this one. */
function doneForOthers(view: View, { product, team, firstTeam }: Whose, first: Day): [Day, number][] {
  if (team === null) return [];
  return Array.from(view.list(estimatesOfTeam, team)).flatMap(({ item: id, points }): [Day, number][] => {
    const item = view.find('item', id);
    if (item?.product !== product || item.closedOn === null || item.closedOn < first) return [];
    return isDelivered(view, item) && teamOf(view, item, firstTeam) !== team ? [[item.closedOn, points]] : [];
  });
}

const groupsOf = ({ product, team, firstTeam }: Whose): string[] => [
  ...(team === null ? [] : [teamRows(product, team)]),
  ...(team === firstTeam ? [teamRows(product, null)] : []),
];

/** The same until something is finished, opened again or estimated anew: a line is worked out after every change. */
const weeks = new Remembered<readonly number[]>(200);
