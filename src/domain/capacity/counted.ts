import { teamsOf } from '../backlog/team-of.ts';
import type { View } from '../collections.ts';
import type { Rates } from '../estimation/as-points.ts';

/** What estimates of a product that are no points count as. */
export interface Counted extends Pick<Rates, 'sizePoints'> {
  /** How many hours are a point, by team. */
  readonly hoursPerPoint: ReadonlyMap<string, number | null>;
  /** To it belongs what has no team. */
  readonly firstTeam: string | null;
}

/** The table of a product's settings, and what its teams have said of hours. */
export function countedIn(view: View, product: string): Counted {
  const teams = teamsOf(view, product);
  return {
    sizePoints: view.get('product', product).sizePoints,
    hoursPerPoint: new Map(teams.map(({ id, hoursPerPoint }) => [id, hoursPerPoint])),
    firstTeam: teams[0]?.id ?? null,
  };
}

/** The same in words that are others when it is. */
export const namedIn = ({ sizePoints, hoursPerPoint }: Counted): string[] => [JSON.stringify(sizePoints), ...Array.from(hoursPerPoint, String)];
