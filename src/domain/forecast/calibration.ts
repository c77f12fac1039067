import { z } from 'zod';
import { teamsOf } from '../backlog/team-of.ts';
import { unitOf } from '../capacity/unit.ts';
import { readingInPieces, type View } from '../collections.ts';
import { dayIn } from '../kernel/day.ts';
import type { Asking } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { backTestInPieces, type Calibration } from './back-test.ts';
import { weeksOf } from './past-weeks.ts';

/** So many weeks ahead forecasts are judged. */
const AHEAD_WEEKS = [2, 4, 8];
/** So far back a team's history is gone through. */
const MOST_WEEKS = 104;
/** With fewer forecasts a share says nothing. */
export const ENOUGH_FORECASTS = 12;
const TRIALS = { trials: 1000, seed: 1 };

/** How the forecasts of a team's past did. */
export interface TeamCalibration {
  readonly team: string;
  readonly unit: Unit;
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** How often what came lay in the ranges, so many weeks ahead; `isEnough`: there were forecasts enough to say so. */
  readonly ahead: readonly (Calibration & { readonly isEnough: boolean })[];
}

/** What the past of a team is judged by: what it delivered in each whole week, oldest first. */
export interface TeamPast {
  readonly team: string;
  readonly unit: Unit;
  readonly amounts: readonly number[];
}

/** The pasts of a product's teams. */
export function teamPasts(view: View, product: string, { now }: Asking): TeamPast[] {
  const unit = unitOf(view, product);
  const today = dayIn(view.get('product', product).zone, now);
  const teams = teamsOf(view, product);
  const firstTeam = teams[0]?.id ?? null;
  return teams.map(({ id }) => ({ team: id, unit, amounts: weeksOf(view, { product, team: id, firstTeam }, { today, unit, most: MOST_WEEKS }) }));
}

/**
 * Forecasts every stretch of each team's past from the weeks before it, as if it were that day, and counts how often what came lay in the
 * ranges. Stretches overlap, one begins each week.
 */
export function* calibrate(pasts: readonly TeamPast[]): Generator<void, TeamCalibration[]> {
  const told: TeamCalibration[] = [];
  for (const { team, unit, amounts } of pasts) {
    const ahead = [];
    for (const weeks of AHEAD_WEEKS) {
      const one = yield* backTestInPieces([{ amounts, aWeek: 1 }], { weeks, isCounted: unit === 'items' }, TRIALS);
      ahead.push({ ...one, isEnough: one.forecasts >= ENOUGH_FORECASTS });
    }
    told.push({ team, unit, weeks: amounts.length, ahead });
  }
  return told;
}

export const calibration = readingInPieces({
  name: 'calibration',
  does: 'How the forecasts of the past did, team by team: how often what came lay in the 50, 85 and 95 % ranges two, four and eight weeks ahead.',
  route: '/products/{product}/calibration',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'see-forecasts', on: { in: 'product', id: product } }],
  *inPieces(view, { product }, asking): Generator<void, { teams: TeamCalibration[] }> {
    const pasts = teamPasts(view, product, asking);
    yield;
    return { teams: yield* calibrate(pasts) };
  },
});
